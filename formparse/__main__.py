"""``python -m formparse``: the command line."""

from formparse.cli import run

if __name__ == "__main__":
    run()
