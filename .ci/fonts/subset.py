"""Makes the fonts of the pages and of the share pictures.

    make fonts

Each is cut out of a whole font from npm (package-lock.json pins the bytes): the
letters of the Latin languages, the marks that texts in them use, and of OpenType
what a reader would miss. What a browser does not need is left out, and so is
kerning below what the eye sees, which is most of its table. Literata and Inter
are under the SIL Open Font License without reserved names, so that the results
may keep theirs.

Last come the metrics of the fonts that stand in while ours load, as
static/site.css has them: how much larger or smaller each is to be set so that
text takes the same room.

The same versions of fontTools and brotli make the same bytes.
"""

import io
import os
import sys

import brotli
import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TOOLS = ("4.38.0", "1.0.9")
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
LITERATA = os.path.join(HERE, "node_modules", "@expo-google-fonts", "literata")
INTER = os.path.join(HERE, "node_modules", "inter-ui")

# Basic Latin, Latin-1 and Latin Extended-A whole; of the rest what Romanian and
# German ask for, and the marks of typesetting and of tables.
LETTERS = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6-02C7,U+02D8-02DD,U+1E9E,U+2009-200A,U+2010-2015,"
    "U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2122,"
    "U+2190-2193,U+2212,U+2248,U+2260,U+2264-2265"
)
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # with copyright and licence
TEXT = ["kern", "liga", "locl", "lnum"]
FIGURES = ["kern", "locl", "lnum", "tnum"]


def thin(font, least):
    """Takes out kerning of less than so many thousandths of the type's height."""
    small = lambda value: abs(getattr(value, "XAdvance", 0)) * 1000 < least * font["head"].unitsPerEm
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                for pairs in table.PairSet:
                    pairs.PairValueRecord = [r for r in pairs.PairValueRecord if r.Value1 and not small(r.Value1)]
                    pairs.PairValueCount = len(pairs.PairValueRecord)
                continue
            for first in table.Class1Record:
                for second in first.Class2Record:
                    if second.Value1 is not None and small(second.Value1):
                        second.Value1.XAdvance = 0
                        if hasattr(second.Value1, "XAdvDevice"):
                            second.Value1.XAdvDevice = None


def only_figures(font):
    """Leaves hyphens, brackets and stops as they are where figures are tabular: words stand in tables, too."""
    letters = font.getBestCmap()
    figures = {letters[ord(c)] for c in "0123456789+\u2212"}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for sub in table.LookupList.Lookup[index].SubTable:
                sub = sub.ExtSubTable if sub.LookupType == 7 else sub
                if sub.LookupType == 1:
                    sub.mapping = {old: new for old, new in sub.mapping.items() if old in figures}


def make(source, out, features, least, axes=None):
    font = TTFont(source, recalcTimestamp=False)
    if axes:
        font = instancer.instantiateVariableFont(font, axes)
        font.flavor, again = None, io.BytesIO()
        font.save(again)
        font = TTFont(again, recalcTimestamp=False)
    only_figures(font)
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = KEPT_NAMES
    options.drop_tables += ["DSIG", "gasp", "meta", "vhea", "vmtx", "VORG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    subsetter.subset(font)
    thin(font, least)
    font.flavor = "woff2" if out.endswith(".woff2") else None
    path = os.path.join(ROOT, out)
    font.save(path)
    print(f"{out}: {os.path.getsize(path)} bytes, {len(font.getGlyphOrder())} glyphs")
    return TTFont(path)


# How often letters stand in English text, in thousandths; a blank is every sixth.
OFTEN = {
    " ": 180, "e": 102, "t": 74, "a": 66, "o": 62, "i": 58, "n": 57, "s": 53, "h": 49, "r": 48, "d": 34, "l": 33, "c": 23, "u": 23,
    "m": 20, "w": 19, "f": 18, "g": 16, "y": 16, "p": 15, "b": 12, "v": 8, "k": 6, "T": 4, "S": 4, "C": 4, "A": 4, "I": 4, ",": 10, ".": 10,
}


def wide(font):
    """The usual width of a letter, as a part of the type's height."""
    letters, widths = font.getBestCmap(), font["hmtx"].metrics
    mean = sum(often * widths[letters[ord(c)]][0] for c, often in OFTEN.items()) / sum(OFTEN.values())
    return mean / font["head"].unitsPerEm


def instead(name, ours, mean):
    """Prints how a font is to be set that stands in for ours."""
    size = wide(ours) / mean
    high = ours["hhea"]
    part = lambda units: f"{100 * units / ours['head'].unitsPerEm / size:.1f}%"
    print(f"{name}: size-adjust: {100 * size:.1f}%; ascent-override: {part(high.ascent)}; descent-override: {part(-high.descent)};"
          f" line-gap-override: {part(high.lineGap)}")


def main():
    if (fontTools.version, brotli.__version__) != TOOLS:
        sys.exit(f"fontTools {TOOLS[0]} and brotli {TOOLS[1]} make the bytes in the repository, not {fontTools.version} and {brotli.__version__}")
    medium = os.path.join(LITERATA, "500Medium", "Literata_500Medium.ttf")
    variable = os.path.join(INTER, "variable", "InterVariable.woff2")
    roman = make(medium, "static/fonts/literata.woff2", TEXT + ["tnum"], 10)
    italic = make(os.path.join(LITERATA, "400Regular_Italic", "Literata_400Regular_Italic.ttf"), "static/fonts/literata-italic.woff2", TEXT, 20)
    make(variable, "static/fonts/inter.woff2", FIGURES, 20, {"opsz": 14, "wght": (400, 600)})
    make(medium, "internal/export/picture/fonts/literata.ttf", ["kern"], 0)
    regular = make(variable, "internal/export/picture/fonts/inter.ttf", ["kern"], 0, {"opsz": 14, "wght": 400})
    bold = instancer.instantiateVariableFont(TTFont(variable), {"opsz": 14, "wght": 600})
    for font, names in [(LITERATA, "literata"), (INTER, "inter")]:
        licence = next(n for n in ("LICENSE_FONT", "LICENSE.txt") if os.path.exists(os.path.join(font, n)))
        with open(os.path.join(font, licence), encoding="utf-8") as f, open(os.path.join(ROOT, "static", "fonts", names + "-licence.txt"), "w", encoding="utf-8") as out:
            text = f.read().replace("\r\n", "\n")
            if "with Reserved Font Name" in text.split("PREAMBLE")[0]:
                sys.exit(f"{names} has a reserved name now: its subsets have to be called otherwise")
            out.write(text)
    # The mean widths, by the same letters, of fonts that systems have: those of
    # Georgia and Times New Roman as Gelasio and Liberation Serif repeat them, of
    # Arial as Liberation Sans does.
    for path in sys.argv[1:]:
        name, file = path.split("=")
        other = wide(TTFont(file))
        for ours, label in [(roman, "literata"), (italic, "literata-italic"), (regular, "inter"), (bold, "inter 600")]:
            instead(f"{label} as {name}", ours, other)


main()
