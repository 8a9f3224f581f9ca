"""A screen of a terminal, as tmux captures it with its colours, drawn as SVG."""

import re
from html import escape
from itertools import groupby

# The size of a cell and of the margin, in pixels; a letter of this size is as wide as a cell in most monospaced fonts.
WIDTH, HEIGHT, LETTER, MARGIN = 8.4, 18, 14, 16
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

# Lines of boxes are drawn from the middle of the cell to these sides, so that they meet whatever the font.
CORNERS = {"┌": "rd", "┐": "ld", "└": "ru", "┘": "lu"}
LINES = CORNERS | {"─": "lr", "│": "ud", "├": "rud", "┤": "lud", "┬": "lrd", "┴": "lru", "┼": "lrud"}
# Blocks: the share of the cell from the left.
BLOCKS = {"█": 1.0, "▌": 0.5, "▎": 0.25}


class Style:
    """The look of a cell: colours as SVG writes them, and what is switched on."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.ink = self.ground = None
        self.on = frozenset()

    def take(self, codes):
        """Takes the numbers of one SGR sequence in."""
        codes = [int(code or 0) for code in codes.split(";")]
        while codes:
            code = codes.pop(0)
            switched = {1: "bold", 3: "italic", 4: "underline", 7: "reverse", 9: "strike"}
            match code:
                case 0:
                    self.reset()
                case 1 | 3 | 4 | 7 | 9:
                    self.on |= {switched[code]}
                case 22 | 23 | 24 | 27 | 29:
                    self.on -= {switched.get(code - 20, "bold")}
                case 38 | 48 if codes[:1] == [2]:
                    colour = "#" + "".join(f"{part:02x}" for part in codes[1:4])
                    del codes[:4]
                    if code == 38:
                        self.ink = colour
                    else:
                        self.ground = colour
                case 39:
                    self.ink = None
                case 49:
                    self.ground = None
                case _:
                    raise ValueError(f"no such look: {code}")

    def seen(self):
        """Ink, ground and the rest, as they are seen."""
        ink, ground = (self.ground, self.ink) if "reverse" in self.on else (self.ink, self.ground)
        return ink, ground, self.on - {"reverse"}


def rows_of(screen):
    """The cells of every row: a character and its look. A look lasts until the next sequence, also into the next row.

    Every character of our screens is one cell wide.
    """
    style, rows = Style(), []
    for row in screen.rstrip("\n").split("\n"):
        cells = []
        for codes, character in re.findall(r"\x1b\[([0-9;]*)m|([^\x1b])", row):
            if character:
                cells.append((character, *style.seen()))
            else:
                style.take(codes)
        rows.append(cells)
    return rows


def runs_of(cells, at):
    """Neighbouring cells that look alike: the column of the first, and its characters."""
    runs = []
    for column, cell in enumerate(cells):
        if runs and at(cell) == runs[-1][2]:
            runs[-1][1].append(cell[0])
        else:
            runs.append((column, [cell[0]], at(cell)))
    return [(column, "".join(characters), look) for column, characters, look in runs]


def number(value):
    return f"{value:.1f}".removesuffix(".0")


def grounds(cells, y, paper):
    """The rectangles behind a row."""
    for column, characters, ground in runs_of(cells, lambda cell: cell[2]):
        if ground not in (None, paper):
            x, width = number(MARGIN + column * WIDTH), number(len(characters) * WIDTH)
            yield f'<rect x="{x}" y="{y}" width="{width}" height="{HEIGHT}" fill="{ground}"/>'


def letters(cells, y, classes):
    """The words of a row; two spaces and more end a word, so that columns stand where they stood."""
    drawn = [(" " if c in LINES or c in BLOCKS else c, ink, ground, on) for c, ink, ground, on in cells]
    for column, characters, (ink, on) in runs_of(drawn, lambda cell: (cell[1], cell[3])):
        for word in re.finditer(r"\S+(?: \S+)*", characters):
            name = classes.setdefault((ink, on), f"c{len(classes)}")
            x, width = number(MARGIN + (column + word.start()) * WIDTH), number(len(word[0]) * WIDTH)
            text = escape(word[0], quote=False)
            yield f'<text class="{name}" x="{x}" y="{number(y + 13.5)}" textLength="{width}">{text}</text>'


def blocks(cells, y):
    for column, (character, ink, _, _) in enumerate(cells):
        if character in BLOCKS:
            x, width = number(MARGIN + column * WIDTH), number(BLOCKS[character] * WIDTH)
            yield f'<rect x="{x}" y="{y}" width="{width}" height="{HEIGHT}" fill="{ink}"/>'


def boxes(cells, y):
    """The lines of boxes, one path a colour."""
    paths = {}
    for column, characters, ink in runs_of(cells, lambda cell: cell[1] if cell[0] in LINES else None):
        if ink:
            paths.setdefault(ink, []).extend(lines(column, characters, y))
    yield from (f'<path d="{"".join(parts)}" stroke="{ink}"/>' for ink, parts in paths.items())


def lines(column, characters, y):
    """The lines of neighbouring cells: those across as far as they go, then those up and down."""
    middle = y + HEIGHT // 2
    halves = [side in LINES[character] for character in characters for side in "lr"]
    for drawn, places in groupby(range(len(halves)), key=lambda place: halves[place]):
        if drawn:
            places = list(places)
            yield f"M{number(MARGIN + (column + places[0] / 2) * WIDTH)} {middle}h{number(len(places) * WIDTH / 2)}"
    for at, character in enumerate(characters, start=column):
        top = y if "u" in LINES[character] else middle
        bottom = y + HEIGHT if "d" in LINES[character] else middle
        if top < bottom:
            yield f"M{number(MARGIN + (at + 0.5) * WIDTH)} {top}v{bottom - top}"


def css(classes):
    for (ink, on), name in classes.items():
        weight = "font-weight:bold;" if "bold" in on else ""
        slant = "font-style:italic;" if "italic" in on else ""
        lines = [line for line, look in (("underline", "underline"), ("line-through", "strike")) if look in on]
        decoration = f"text-decoration:{' '.join(lines)};" if lines else ""
        yield f".{name}{{fill:{ink};{weight}{slant}{decoration}}}"


def svg(screen, says):
    """The picture of a screen; `says` is its title for whoever does not see it."""
    rows = rows_of(screen)
    paper = rows[0][0][2]
    columns = max(len(row) for row in rows)
    width, height = number(columns * WIDTH + 2 * MARGIN), number(len(rows) * HEIGHT + 2 * MARGIN)
    classes, body = {}, []
    for row, cells in enumerate(rows):
        y = MARGIN + row * HEIGHT
        body += [*grounds(cells, y, paper), *blocks(cells, y), *boxes(cells, y), *letters(cells, y, classes)]
    style = f"text{{font:{LETTER}px {FONTS};white-space:pre}}path{{fill:none}}" + "".join(css(classes))
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        f"<title>{escape(says, quote=False)}</title>",
        f"<style>{style}</style>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{paper}"/>',
        *body,
        "</svg>\n",
    ])
