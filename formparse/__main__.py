"""``python -m formparse``: the command line."""

from formparse.cli import main

if __name__ == "__main__":
    main(prog_name="formparse")
