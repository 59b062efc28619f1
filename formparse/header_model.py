"""What the header of a submission says: EDGAR's own record of a filing, under EDGAR's own names.

Every class is frozen and slotted. Missing is ``None``, never ``""``. Values are as printed, each run of white space
folded to one space. Fields that EDGAR added later, and those whose value is not what it should be (a date that is
none), are kept in ``other``, in order.
"""

import datetime as dt

import attrs


@attrs.frozen
class HeaderField:
    """A field of the header that has no attribute of its own."""

    key: str
    """``CONFIRMING COPY``: the words before the colon, or those of the tag."""
    value: str
    """As printed; may be empty."""


@attrs.frozen
class Address:
    """A business or mail address."""

    street_1: str | None = None
    """First line of the street."""
    street_2: str | None = None
    """Second line of the street."""
    city: str | None = None
    """City."""
    state: str | None = None
    """EDGAR's code of the state or country: ``OH``, ``A6`` for Ontario."""
    zip_code: str | None = None
    """``43701`` or ``43701-0118``."""
    phone: str | None = None
    """Business telephone, usually digits alone."""


@attrs.frozen
class FormerName:
    """A name that a company had."""

    conformed_name: str | None = None
    """As EDGAR had it."""
    date_of_change: dt.date | None = None
    """The day from which it was no longer the name."""


@attrs.frozen
class FilingValues:
    """Under which Act and file the submission is made for a party."""

    form_type: str | None = None
    """``8-K``."""
    sec_act: str | None = None
    """``34`` or ``1934 Act``."""
    file_number: str | None = None
    """``001-05557``: the Commission file number."""
    film_number: str | None = None
    """The number of the film."""


@attrs.frozen
class Party:
    """Who files, or about whom is filed."""

    role: str = "FILER"
    """``FILER``, ``SUBJECT COMPANY``, ``FILED BY``, ``FILED FOR``, ``ISSUER``, ``REPORTING OWNER`` and the like."""
    conformed_name: str | None = None
    """The company's name as EDGAR writes it: ``EXAMPLE CORP /DE/``."""
    cik: str | None = None
    """Central Index Key, ten digits."""
    sic: str | None = None
    """Code of the Standard Industrial Classification: ``4911``."""
    sic_name: str | None = None
    """The name of that industry, where the header has it."""
    irs_number: str | None = None
    """The Internal Revenue Service's number, nine digits."""
    state_of_incorporation: str | None = None
    """EDGAR's code of the state or country."""
    fiscal_year_end: str | None = None
    """Month and day: ``1231``."""
    filing_values: tuple[FilingValues, ...] = ()
    """Usually one; several where the submission is made under several files."""
    business_address: Address | None = None
    """Business address."""
    mail_address: Address | None = None
    """Mail address."""
    former_names: tuple[FormerName, ...] = ()
    """Former names, in the header's order."""
    other: tuple[HeaderField, ...] = ()
    """Fields that have no attribute of their own, in order."""

    @property
    def form_type(self) -> str | None:
        """The form type of the first filing values (str)."""
        return self.filing_values[0].form_type if self.filing_values else None

    @property
    def sec_act(self) -> str | None:
        """The Act of the first filing values (str)."""
        return self.filing_values[0].sec_act if self.filing_values else None

    @property
    def file_number(self) -> str | None:
        """The Commission file number of the first filing values (str)."""
        return self.filing_values[0].file_number if self.filing_values else None

    @property
    def film_number(self) -> str | None:
        """The film number of the first filing values (str)."""
        return self.filing_values[0].film_number if self.filing_values else None

    @property
    def phone(self) -> str | None:
        """The telephone of the business address (str)."""
        return self.business_address.phone if self.business_address is not None else None


@attrs.frozen
class SubmissionHeader:
    """The header of a submission."""

    accession_number: str | None = None
    """``0000955520-98-001352``: the filer agent's CIK, the year, a running number."""
    conformed_submission_type: str | None = None
    """``8-K`` or ``8-K/A``."""
    public_document_count: int | None = None
    """How many documents EDGAR says the submission has."""
    conformed_period_of_report: dt.date | None = None
    """Date of the earliest event reported."""
    items: tuple[str, ...] = ()
    """Numbers of the items (``5``, ``2.02``), from their titles or numbers, by the numbering of the day of filing."""
    item_information: tuple[str, ...] = ()
    """The items as printed; one that is in neither catalogue has no number in ``items``."""
    filed_as_of_date: dt.date | None = None
    """The day of filing."""
    date_as_of_change: dt.date | None = None
    """The day of the last change."""
    acceptance_datetime: dt.datetime | None = None
    """When EDGAR accepted the submission, in the time of Washington (no time zone attached)."""
    parties: tuple[Party, ...] = ()
    """Everyone named, in order."""
    group_members: tuple[str, ...] = ()
    """Members of a group that files together."""
    other: tuple[HeaderField, ...] = ()
    """Fields that have no attribute of their own, in order."""

    @property
    def filers(self) -> tuple[Party, ...]:
        """Those who file (tuple of Party)."""
        return self.of_role("FILER")

    @property
    def subject_companies(self) -> tuple[Party, ...]:
        """Those about whom is filed (tuple of Party)."""
        return self.of_role("SUBJECT COMPANY")

    def of_role(self, role: str) -> tuple[Party, ...]:
        """The parties with that role, ``FILED BY`` for example (tuple of Party)."""
        return tuple(party for party in self.parties if party.role == role)
