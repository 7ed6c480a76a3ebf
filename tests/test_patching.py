"""The promise of a patched index: its files are those of an index that is made anew, byte for byte."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.archive import Archive, CableEntry, CableText, Edit
from generator.archive.entries import BlockText
from generator.parallel import Workers
from generator.record import Record
from generator.search import (
    PatchedIndex,
    building,
    most_edited,
    packing,
    patch_index,
    patching,
    places,
    ranges,
)
from generator.search.catalogues import Catalogue, PieceEntry, decode_catalogue, encode_catalogue
from generator.search.fields import BODY
from generator.search.lexicons import Lexicon, decode_lexicon, encode_forms, encode_terms
from generator.search.merged import Places, Rows
from generator.search.packing import join_streams, numbers_to_bytes, pack
from generator.search.places import decode_places, encode_places
from generator.search.ranges import begins_range
from generator.search.shards import decode_shard, encode_shard
from generator.search.unpacking import PrintedIndex, UnreadableIndexError, bytes_to_numbers, split_streams
from tests.lunr_index import VOCABULARY, make_archive, make_index, open_archive, write_cables
from tests.thorough import so_many

CABLES = 130
Files = dict[str, bytes]


class Sizes(Record, frozen=True):
    """How an index is cut: small numbers, so that few cables make many files."""

    aim: int
    most: int
    places: int
    block: int
    terms: int


PLAIN = Sizes(aim=28_000, most=500_000, places=36_000, block=12, terms=1_500)
SIZES = {
    "as they are": PLAIN,
    "many shards and pieces": Sizes(aim=300, most=500_000, places=40, block=3, terms=15),
    "some halved": Sizes(aim=1_000, most=1_200, places=400, block=4, terms=40),
    "nearly all halved": Sizes(aim=200, most=200, places=100, block=3, terms=30),
}


@contextmanager
def cut_so(sizes: Sizes) -> Iterator[tuple[int, int]]:
    """Cut indexes so for a while; gives what is told and not patched in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "_PLACES_IN_A_PIECE", sizes.places)
        patch.setattr(places, "_BLOCK", sizes.block)
        patch.setattr(ranges, "_TERMS_IN_A_RANGE", sizes.terms)
        patch.setattr(packing, "MOST", sizes.most)
        patch.setattr(patching, "_CABLES_AN_EDIT", 10)
        yield sizes.aim, sizes.most


class EditedArchive(Archive):
    """An archive some of whose cables have other texts: to file them again takes longer than to index them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.some_texts = list(archive.texts(0, archive.count()))
        self.some_entries = list(archive.entries(0, archive.count()))

    def count(self) -> int:
        return len(self.some_texts)

    def texts(self, start: int, stop: int) -> Iterator[CableText]:
        return iter(self.some_texts[start:stop])

    def entries(self, start: int, stop: int) -> Iterator[CableEntry]:
        return iter(self.some_entries[start:stop])

    def __getattr__(self, name: str) -> object:
        return getattr(self._archive, name)

    def change(self, ordinal: int, text: CableText) -> Edit:
        """Give a cable another text; gives what it was before."""
        before = Edit(ordinal, self.some_texts[ordinal], self.some_entries[ordinal], b"")
        self.some_texts[ordinal] = text
        headline = before.entry.headline if text.subject == before.entry.subject else text.subject
        self.some_entries[ordinal] = msgspec.structs.replace(before.entry, subject=text.subject, headline=headline)
        return before


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of cables made for this."""
    return make_archive(tmp_path_factory.mktemp("archive"), CABLES, ("the", "of", "signal", "by the"))


def index(archive: Archive, sizes: tuple[int, int], rows: int = 600_000, cables_in_a_run: int = 64) -> Files:
    """Make an index anew."""
    with TemporaryDirectory() as folder:
        files = make_index(archive, Path(folder), cables_in_a_run=cables_in_a_run, rows=rows, sizes=sizes)
        return {file.address: file.content for file in files}


def patch(archive: Archive, printed: Files, changes: list[Edit], sizes: tuple[int, int]) -> PatchedIndex | None:
    def read(address: str) -> bytes:
        if address not in printed:
            raise FileNotFoundError(address)
        return printed[address]

    return patch_index(archive, VOCABULARY, read, changes, Workers(None, 2), sizes)


def patched(printed: Files, patch: PatchedIndex) -> Files:
    """Give the files of an index after a patch, which names none that is as before, or was not there."""
    assert all(printed.get(file.address) != file.content for file in patch.files)
    assert len({file.address for file in patch.files}) == len(patch.files)
    assert all(address in printed for address in patch.gone)
    left = {address: content for address, content in printed.items() if address not in patch.gone}
    return left | {file.address: file.content for file in patch.files}


def differing(files: Mapping[str, bytes], others: Mapping[str, bytes]) -> list[str]:
    return [each for each in sorted(files.keys() | others.keys()) if files.get(each) != others.get(each)]


WORDS = [
    "harbour",
    "harbours",
    "HARBOURS",
    "Tåkeøya",
    "the",
    "of the",
    "--",
    "zz\uff41",
    "0",
    "novel",
    "novels",
    "signal",
]
EDITS = st.tuples(
    st.sampled_from(["put", "put", "take", "upper", "move", "subject", "empty", "plural", "signer"]),
    st.integers(0, 999),
    st.sampled_from(WORDS),
)
CHANGES = st.dictionaries(st.integers(0, CABLES - 1), st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=3)


def edit(archive: EditedArchive, ordinal: int, edits: list[tuple[str, int, str]]) -> Edit:
    """Edit a cable."""
    text = archive.some_texts[ordinal]
    for kind, number, word in edits:
        words = "\n".join(block.text for block in text.body).split(" ")
        at = number % len(words)
        if kind == "put":
            words.insert(at, word)
        elif kind == "take":
            del words[at]
        elif kind == "upper":
            words[at] = words[at].upper()
        elif kind == "move":
            words = words[at:] + words[:at]
        elif kind == "plural":
            words[at] += "s"
        elif kind == "empty":
            words = []
        elif kind == "subject":
            text = msgspec.structs.replace(text, subject=f"{text.subject} {word}")
        else:
            text = msgspec.structs.replace(text, signer=word, sender_name=f"Embassy {word}")
        text = msgspec.structs.replace(text, body=tuple([BlockText(each) for each in " ".join(words).split("\n")]))
    return archive.change(ordinal, text)


@pytest.mark.parametrize("name", SIZES)
@settings(max_examples=so_many(60, 4), deadline=None)
@given(rounds=st.lists(CHANGES, min_size=1, max_size=3))
@example(rounds=[{0: [("empty", 0, "")]}, {0: [("put", 0, "novel"), ("subject", 0, "novels")]}])
def test_after_any_edits_a_patched_index_is_one_made_anew(
    archive: Archive, name: str, rounds: list[dict[int, list[tuple[str, int, str]]]]
) -> None:
    edited = EditedArchive(archive)
    with cut_so(SIZES[name]) as sizes:
        printed = index(edited, sizes)
        for some in rounds:
            changes = [edit(edited, ordinal, edits) for ordinal, edits in some.items()]
            anew = index(edited, sizes)
            patch_made = patch(edited, printed, changes, sizes)
            if patch_made is not None:
                assert differing(patched(printed, patch_made), anew) == []
            else:
                assert firsts_of_ranges(printed) != firsts_of_ranges(anew)
            printed = anew


def firsts_of_ranges(files: Files) -> list[str]:
    contents = msgspec.json.decode(PrintedIndex(files.__getitem__).data("index"))
    return [firsts[0] for firsts in contents["firsts"]]


NUMBERS = st.lists(st.integers(0, 2**32 - 1) | st.integers(0, 200))


@given(NUMBERS)
def test_numbers_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert bytes_to_numbers(numbers_to_bytes(np.array(numbers, dtype=np.uint32))).tolist() == numbers


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=12))
def test_streams_are_read_as_they_were_joined(streams: list[bytes]) -> None:
    assert split_streams(join_streams(streams), len(streams)) == streams


@given(st.binary())
def test_a_script_is_read_as_it_was_packed(data: bytes) -> None:
    packed = pack("t/0-0", data)
    for seal in (None, 7):
        printed = PrintedIndex({"search/t/0-0.js": packed.file(seal).content}.__getitem__)
        assert printed.data("t/0-0") == printed.data("t/0-0", packed.crc) == data
        with pytest.raises(UnreadableIndexError):
            printed.data("t/0-0", zlib.crc32(data) ^ 1)


STOP_WORDS = st.lists(st.integers(1, 127), max_size=8).map(
    lambda words: sum(word << 7 * distance for distance, word in enumerate(words))
)
PLACES = st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 300), STOP_WORDS, STOP_WORDS))


@given(PLACES)
def test_places_are_read_as_they_were_written(some: list[tuple[int, int, int, int]]) -> None:
    step, form, before, after = zip(*some, strict=True) if some else ((),) * 4
    written = Places(
        np.array(step, dtype=np.uint32),
        np.array(form, dtype=np.uint32),
        np.array(before, dtype=np.uint64),
        np.array(after, dtype=np.uint64),
    )
    read = decode_places(encode_places(written))
    assert [each.tolist() for each in columns(read)] == [each.tolist() for each in columns(written)]


ROW = st.tuples(st.integers(0, 5), st.integers(0, 2**31), st.integers(1, 500), st.integers(0, 300))
TERMS = st.lists(st.text("aåbz\uff41𝔸9", min_size=1), min_size=1, unique=True)


@given(st.data())
def test_a_shard_is_read_as_it_was_written(data: st.DataObject) -> None:
    terms = data.draw(TERMS)
    rows = [
        (term, field, cable, count, 0 if field == BODY else length)
        for term in range(len(terms))
        for field, cable, count, length in sorted(
            data.draw(st.lists(ROW, min_size=1, unique_by=lambda row: row[:2])), key=lambda row: row[:2]
        )
    ]
    met = data.draw(st.lists(st.integers(0, 9_000), min_size=len(terms), max_size=len(terms)))
    term, field, cable, count, length = zip(*rows, strict=True)
    written = Rows(
        terms,
        np.array(met, dtype=np.uint32),
        np.array(term, dtype=np.int64),
        np.array(field, dtype=np.uint8),
        np.array(cable, dtype=np.uint32),
        np.array(count, dtype=np.uint32),
        np.array(length, dtype=np.uint32),
    )
    read = decode_shard(encode_shard(written))
    assert read.terms == terms
    assert all(np.array_equal(a, b) for a, b in zip(columns(read)[1:], columns(written)[1:], strict=True))


@given(st.lists(st.tuples(st.text("ab9", min_size=1), st.lists(st.integers(1, 999), min_size=1)), min_size=1))
def test_a_lexicon_is_read_as_it_was_written(some: list[tuple[str, list[int]]]) -> None:
    forms = [[f"{term}{number}" for number in range(len(often))] for term, often in some]
    often = np.array([count for _, counts in some for count in counts], dtype=np.uint32)
    written = Lexicon([term for term, _ in some], forms, often, np.arange(len(some), dtype=np.uint8))
    read = decode_lexicon(encode_terms(written), encode_forms(written))
    assert (read.terms, read.forms) == (written.terms, written.forms)
    assert read.often.tolist() == written.often.tolist()
    assert read.sizes.tolist() == written.sizes.tolist()


CRC = st.integers(0, 2**32 - 1)
CRCS = st.lists(CRC, min_size=1).map(tuple)
PIECES = st.lists(st.builds(PieceEntry, CRC, st.integers(1, 10**6)), min_size=1, max_size=3).map(tuple)


@given(st.lists(st.tuples(CRC, PIECES), min_size=1), CRCS, CRCS)
def test_a_catalogue_is_read_as_it_was_written(
    shards: list[tuple[int, tuple[PieceEntry, ...]]], lexicon: tuple[int, ...], forms: tuple[int, ...]
) -> None:
    crcs, pieces = zip(*shards, strict=True)
    catalogue = Catalogue(crcs, pieces, lexicon, forms)
    assert decode_catalogue(encode_catalogue(catalogue)) == catalogue


def columns(record: Record) -> list[npt.NDArray[np.uint32]]:
    return list(msgspec.structs.astuple(record))


def test_a_file_that_was_edited_gives_the_patch_of_an_index_of_the_archive_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "cables").mkdir()
    write_cables(tmp_path / "cables", CABLES)
    before = open_archive(tmp_path / "cables", tmp_path / "before.sqlite")
    printed = index(before, (PLAIN.aim, PLAIN.most))
    path = tmp_path / "cables" / "00007.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("1. (U) ", "1. (U) Novel harbours. "), encoding="utf-8")
    now = open_archive(tmp_path / "cables", tmp_path / "now.sqlite")
    texts = zip(before.texts(0, CABLES), now.texts(0, CABLES), before.entries(0, CABLES), strict=True)
    changes = [Edit(number, old, entry, b"") for number, (old, new, entry) in enumerate(texts) if old != new]
    assert len(changes) == 1
    made = patch(now, printed, changes, (PLAIN.aim, PLAIN.most))
    assert made is not None
    assert differing(patched(printed, made), index(now, (PLAIN.aim, PLAIN.most))) == []


@pytest.mark.parametrize("name", SIZES)
def test_where_files_begin_does_not_hang_on_what_is_merged_at_a_time(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with cut_so(SIZES[name]) as sizes:
        whole = index(archive, sizes)
        monkeypatch.setattr(ranges, "_STEP", 10)
        assert differing(whole, index(archive, sizes, rows=500)) == []
        monkeypatch.setattr(building, "_PLACES_IN_A_PART", 300)
        assert differing(whole, index(archive, sizes, rows=1)) == []


def test_a_word_more_at_the_end_of_a_cable_changes_no_file_of_other_terms(archive: Archive) -> None:
    edited = EditedArchive(archive)
    with cut_so(Sizes(aim=300, most=500_000, places=36_000, block=12, terms=15)) as sizes:
        printed = index(edited, sizes)
        text = edited.some_texts[20]
        edited.change(20, msgspec.structs.replace(text, body=(*text.body, BlockText("signal"))))
        changed = differing(printed, index(edited, sizes))
    kinds = sorted(address.split("/")[1] for address in changed)
    # The stop words behind the last word before are as they were, so only the files of one term differ.
    assert kinds == ["f", "index.js", "lengths.js", "p", "r", "t"]


def test_an_edit_that_nothing_shows_changes_no_file(archive: Archive) -> None:
    edited = EditedArchive(archive)
    with cut_so(PLAIN) as sizes:
        printed = index(edited, sizes)
        text = edited.some_texts[5]
        loud = tuple([BlockText(block.text.swapcase()) for block in text.body])
        change = edited.change(5, msgspec.structs.replace(text, body=loud))
        assert patch(edited, printed, [change], sizes) == PatchedIndex((), ())
        assert patch(edited, printed, [], sizes) == PatchedIndex((), ())


def test_there_is_no_patch_of_more_cables_than_are_a_gain(archive: Archive) -> None:
    edited = EditedArchive(archive)
    with cut_so(PLAIN) as sizes:
        most = most_edited(CABLES)
        printed = index(edited, sizes)
        changes = [edited.change(number, edited.some_texts[number]) for number in range(most + 1)]
        assert patch(edited, printed, changes[:most], sizes) is not None
        assert patch(edited, printed, changes, sizes) is None


def test_there_is_no_patch_where_a_range_comes_or_goes(archive: Archive) -> None:
    edited = EditedArchive(archive)
    with cut_so(SIZES["many shards and pieces"]) as sizes:
        printed = index(edited, sizes)
        novel = next(word for number in range(999) if begins_range(word := f"novel{number}"))
        text = edited.some_texts[5]
        with_it = msgspec.structs.replace(text, body=(BlockText(novel),))
        comes = edited.change(5, with_it)
        assert patch(edited, printed, [comes], sizes) is None
        printed = index(edited, sizes)
        goes = edited.change(5, text)
        assert patch(edited, printed, [goes], sizes) is None


@pytest.mark.parametrize("kind", ["index", "lengths", "r", "l", "f", "t", "p"])
def test_there_is_no_patch_of_an_index_whose_files_are_missing_damaged_or_of_another_build(
    archive: Archive, kind: str
) -> None:
    edited = EditedArchive(archive)
    with cut_so(PLAIN) as sizes:
        printed = index(edited, sizes)
        text = edited.some_texts[5]
        change = edited.change(5, msgspec.structs.replace(text, body=(BlockText("harbour signal"), *text.body)))
        other = index(edited, sizes)
        assert patch(edited, printed, [change], sizes) is not None
        some = [name for name in printed if name.startswith((f"search/{kind}/", f"search/{kind}.js"))]
        without = {name: content for name, content in printed.items() if name not in some}
        assert patch(edited, without, [change], sizes) is None
        cut = {name: printed[name][: len(printed[name]) // 2] for name in some}
        assert patch(edited, printed | cut, [change], sizes) is None
        mixed = {name: other[name] for name in some if other[name] != printed[name]}
        assert kind == "lengths" or not mixed or patch(edited, printed | mixed, [change], sizes) is None
