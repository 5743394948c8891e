"""Damage to the folder: ``corpus.toml``, splits, missing and stray files, what two splits share."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.corpus.mutations.mutation import Mutation, Place, read, replace, write
from tests.corpus.small import DOCUMENTS, LAYERS, SPLITS

Apply = Callable[[Path, random.Random], Place]
INFO, SPLIT_FILE = "corpus.toml", "splits.toml"


def info(old: str, new: str) -> Apply:
    return in_file(INFO, old, new)


def in_file(file: str, old: str, new: str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        replace(root / file, old, new)
        return Place(file)

    return apply


def drop_info(field: str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        text = re.sub(rf"^{field} = .*\n", "", read(root / INFO), flags=re.MULTILINE)
        assert text != read(root / INFO)
        write(root / INFO, text)
        return Place(INFO)

    return apply


def drop_style(root: Path, rng: random.Random) -> Place:
    write(root / INFO, read(root / INFO).partition("\n[style]")[0])
    return Place(INFO)


def more_layers(root: Path, rng: random.Random) -> Place:
    replace(root / INFO, '"annotator-2"]', '"annotator-2", "draft"]')
    return Place(f"layers/draft/{rng.choice(list(DOCUMENTS))}.tsv")


def remove(pattern: str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        file = pattern.format(id=rng.choice(list(DOCUMENTS)))
        (root / file).unlink()
        return Place(file)

    return apply


def remove_text(root: Path, rng: random.Random) -> Place:
    id = rng.choice(list(DOCUMENTS))
    (root / "documents" / f"{id}.txt").unlink()
    return Place(rng.choice([f"cards/{id}.toml", *(f"layers/{layer}/{id}.tsv" for layer in LAYERS)]))


def add(file: str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_bytes(b"")
        return Place(file)

    return apply


def add_folder(name: str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        (root / name).mkdir()
        (root / name / "x.tsv").write_bytes(b"")
        return Place(name)

    return apply


def copy_layer(root: Path, rng: random.Random) -> Place:
    shutil.copytree(root / "layers" / "gold", root / "layers" / "gold-old")
    return Place("layers/gold-old")


def empty_documents(root: Path, rng: random.Random) -> Place:
    for path in (root / "documents").iterdir():
        path.unlink()
    return Place("documents")


def link(root: Path, rng: random.Random) -> Place:
    id = rng.choice(list(DOCUMENTS))
    path = root / "layers" / "gold" / f"{id}.tsv"
    path.unlink()
    path.symlink_to(root / "layers" / "annotator-1" / f"{id}.tsv")
    return Place(f"layers/gold/{id}.tsv")


def rename(new: Callable[[str], str]) -> Apply:
    """Give a document another id, everywhere."""

    def apply(root: Path, rng: random.Random) -> Place:
        id = rng.choice(list(DOCUMENTS))
        for path in list(root.rglob(f"{id}.*")):
            path.rename(path.with_name(new(id) + path.suffix))
        replace(root / "cards" / f"{new(id)}.toml", f'id = "{id}"', f'id = "{new(id)}"')
        replace(root / SPLIT_FILE, f'"{id}"', f'"{new(id)}"')
        return Place(f"documents/{new(id)}.txt")

    return apply


def twin(root: Path, rng: random.Random) -> Place:
    """A second document whose id differs in case only."""
    id = rng.choice(list(DOCUMENTS))
    for path in list(root.rglob(f"{id}.*")):
        shutil.copy(path, path.with_name(id.upper() + path.suffix))
    return Place(f"documents/{id}.txt")


def splits(change: Callable[[dict[str, list[str]], random.Random], object]) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        lists = {name: list(ids) for name, ids in SPLITS.items()}
        change(lists, rng)
        write(root / SPLIT_FILE, "".join(f"{name} = {ids}\n".replace("'", '"') for name, ids in lists.items()))
        return Place(SPLIT_FILE)

    return apply


def drop_split(name: str) -> Apply:
    return splits(lambda lists, rng: lists.pop(name))


def empty_split(name: str) -> Apply:
    return splits(lambda lists, rng: lists[name].clear())


def rename_split(name: str) -> Apply:
    return splits(lambda lists, rng: lists.update(tune=lists.pop(name)))


def across(rng: random.Random) -> tuple[str, str]:
    """Ids of documents in two splits, in the order in which they are read."""
    one, other = rng.sample(list(SPLITS), 2)
    first, second = sorted((rng.choice(SPLITS[one]), rng.choice(SPLITS[other])))
    return first, second


def same_target(field: str, change: Callable[[str], str] = str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        one, other = across(rng)
        place = {"name": 1, "proposition": 2}[field]
        new = change(DOCUMENTS[one][place])
        replace(root / "cards" / f"{other}.toml", f'{field} = "{DOCUMENTS[other][place]}"', f'{field} = "{new}"')
        return Place(f"cards/{other}.toml")

    return apply


PASSAGE = "この一節は二つの文書に同じ形で現れるために書かれた。"


def shared_passage(spread: Callable[[str], str] = str) -> Apply:
    def apply(root: Path, rng: random.Random) -> Place:
        one, other = across(rng)
        for id, passage in ((one, PASSAGE), (other, spread(PASSAGE))):
            path = root / "documents" / f"{id}.txt"
            write(path, f"{read(path)[:-1]}{passage}\n")
        return Place(f"documents/{other}.txt")

    return apply


def copied_document(root: Path, rng: random.Random) -> Place:
    one, other = across(rng)
    shutil.copy(root / "documents" / f"{one}.txt", root / "documents" / f"{other}.txt")
    return Place(f"documents/{other}.txt")


FOLDER = (
    *(
        Mutation(f"corpus.toml: no {field}", "corpus/field", drop_info(field))
        for field in (
            "name",
            "version",
            "guideline",
            "language",
            "licence",
            "layers",
            "constructed",
            "genres",
            "areas",
            "required",
        )
    ),
    *(
        Mutation(f"corpus.toml: {new}", f"corpus/{rule}", info(old, new))
        for old, new, rule in (
            ('version = "1.0"', 'version = "one"', "field"),
            ('version = "1.0"', "version = 1.0", "field"),
            ('guideline = "1"', 'guideline = "9"', "field"),
            ('language = "ja"', 'language = "en"', "field"),
            ('licence = "CC BY 4.0"', 'licence = ""', "field"),
            ("constructed = true", 'constructed = "yes"', "field"),
            ("constructed = true", "constructed = false", "field"),
            ('areas = ["交通", "教育"]', "areas = []", "field"),
            ('name = "small-ja"', 'name = "Small JA"', "field"),
            ('name = "small-ja"', 'name = "other-ja"', "name"),
            ('"gold", "annotator-1"', '"annotator-1", "gold"', "layers"),
            ('"annotator-1", "annotator-2"]', '"annotator-1", "annotator-1"]', "layers"),
            ('layers = ["gold", "annotator-1", "annotator-2"]', 'layers = ["gold"]', "layers"),
            ('"annotator-2"]', '"annotator-2", "gold"]', "layers"),
            ("[length]", 'remark = "x"\n\n[length]', "field"),
            ("[style]", 'remark = "x"\n\n[style]', "field"),
            ("least = 20", "least = 0", "field"),
            ("least = 20", "least = 400", "field"),
            ("least = 20", 'least = "twenty"', "field"),
            ("most = 300\n", "", "field"),
            ("[style]", "[styles]", "field"),
            ('language = "ja"', 'language "ja"', "readable"),
            ('language = "ja"', 'language = "ja"\nlanguage = "ja"', "readable"),
        )
    ),
    Mutation("corpus.toml: no style fields", "corpus/field", drop_style),
    Mutation("a layer more than there is", "files/missing", more_layers),
    Mutation("no card", "files/missing", remove("cards/{id}.toml")),
    *(Mutation(f"no {layer}", "files/missing", remove(f"layers/{layer}/{{id}}.tsv")) for layer in LAYERS),
    Mutation("no text", "files/stray", remove_text),
    Mutation("no README", "files/missing", remove("README.md")),
    Mutation("no documents", "files/none", empty_documents),
    *(
        Mutation(f"a stray {file}", "files/stray", add(file))
        for file in (
            "notes.txt",
            ".hidden",
            "corpus.toml~",
            "splits.json",
            "documents/x.md",
            "documents/.m01.txt.swp",
            "cards/x.toml",
            "layers/x.tsv",
            "layers/gold/x.tsv",
            "layers/annotator-1/x.tsv",
            "layers/annotator-2/m01.csv",
        )
    ),
    *(
        Mutation(f"a stray folder {name}", "files/stray", add_folder(name))
        for name in ("drafts", "documents/old", "cards/old", "layers/draft", "layers/gold/old")
    ),
    Mutation("a copied layer", "files/stray", copy_layer),
    Mutation("a link", "files/stray", link),
    *(
        Mutation(f"the id {name}", "files/id-form", rename(new))
        for name, new in (
            ("in capitals", str.upper),
            ("with a space", lambda id: id + " a"),
            ("in Japanese", lambda id: id + "号"),
            ("with a dot", lambda id: id + ".a"),
            ("with an underscore", lambda id: id + "_a"),
            ("with a hyphen at the end", lambda id: id + "-"),
        )
    ),
    Mutation("two ids that differ in case", "files/id-unique", twin),
    Mutation("no splits", "split/missing", remove(SPLIT_FILE)),
    *(Mutation(f"no split {name}", "split/missing", drop_split(name)) for name in SPLITS),
    *(Mutation(f"{name} is empty", "split/missing", empty_split(name)) for name in SPLITS),
    *(Mutation(f"{name} under another name", "split/name", rename_split(name)) for name in SPLITS),
    Mutation("an unknown split", "split/name", splits(lambda s, rng: s.update(extra=[]))),
    Mutation(
        "a document that is not there",
        "split/unknown-document",
        splits(lambda s, rng: s[rng.choice(list(s))].append("m99")),
    ),
    Mutation(
        "a document under a wrong id",
        "split/unknown-document",
        splits(lambda s, rng: s.update(train=[s["train"][0].upper(), *s["train"][1:]])),
    ),
    Mutation("a document in two splits", "split/once", splits(lambda s, rng: s["test"].append(rng.choice(s["train"])))),
    Mutation("a document twice in a split", "split/once", splits(lambda s, rng: s["train"].append(s["train"][0]))),
    Mutation("a document in no split", "split/covers", splits(lambda s, rng: s["train"].pop())),
    Mutation("splits: no TOML", "split/readable", in_file(SPLIT_FILE, "dev =", "dev :")),
    Mutation("splits: a number for an id", "split/readable", in_file(SPLIT_FILE, '"m03"', "3")),
    Mutation("splits: no list", "split/readable", in_file(SPLIT_FILE, '["m03"]', '"m03"')),
    Mutation("a target's name in two splits", "sharing/target", same_target("name")),
    Mutation("a target's proposition in two splits", "sharing/target", same_target("proposition")),
    Mutation(
        "a target's name with a space in two splits",
        "sharing/target",
        same_target("name", lambda name: name[:2] + "　" + name[2:]),
    ),
    Mutation("a passage in two splits", "sharing/text", shared_passage()),
    Mutation("a passage with spaces in two splits", "sharing/text", shared_passage(" ".join)),
    Mutation(
        "a passage with a line break in two splits", "sharing/text", shared_passage(lambda p: p[:9] + "\n" + p[9:])
    ),
    Mutation("a document in two splits under two ids", "sharing/text", copied_document),
)
