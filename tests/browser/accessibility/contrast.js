// The contrast of text as it is painted: its colour against everything that lies below it.

/** What has been computed for the page as it is: colours of names and opacities of elements. */
let remembered = new Map();

/** Lets a check look at layers; meanwhile what ignores pointers is found by its place too. */
function withLayers(check) {
    const findable = new CSSStyleSheet();
    findable.replaceSync('* { pointer-events: auto !important; }');
    document.adoptedStyleSheets.push(findable);
    const scroll = [scrollX, scrollY];
    remembered = new Map();
    try {
        return check();
    } finally {
        document.adoptedStyleSheets.pop();
        scrollTo(...scroll);
    }
}

/** A value that stays the same while the page is looked at. */
function remember(key, compute) {
    if (!remembered.has(key)) remembered.set(key, compute());
    return remembered.get(key);
}

/** Colours of the map that a name on it may lie on, whatever the view. */
const MAP_COLOURS = ['water', 'land', 'germany'].map((name) => `--colour-map-${name}`);

const SHAPES = 'rect, path, circle, ellipse, polygon, polyline, line';

/** A colour of the style sheet, as it is where an element stands. */
function named(name, element) {
    return remember(name, () => {
        const probe = element.appendChild(document.createElement('span'));
        probe.style.forcedColorAdjust = 'none';
        probe.style.color = `var(${name})`;
        const found = colour(getComputedStyle(probe).color);
        probe.remove();
        return found;
    });
}

const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const known = new Map();

/** Red, green and blue to 255 and opacity to 1 of a colour in CSS. */
function colour(css) {
    if (!known.has(css)) {
        brush.canvas.width = brush.canvas.height = 1;
        brush.fillStyle = css;
        brush.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
        known.set(css, [red, green, blue, alpha / 255]);
    }
    return known.get(css);
}

const faded = ([red, green, blue, alpha], opacity) => [red, green, blue, alpha * opacity];

function over(upper, lower) {
    const alpha = upper[3];
    return [0, 1, 2].map((channel) => upper[channel] * alpha + lower[channel] * (1 - alpha)).concat(1);
}

function luminance(colour) {
    const [red, green, blue] = colour.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one, other) {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
}

/** The opacity of an element with everything around it. */
function opacity(element) {
    if (!element) return 1;
    return remember(element, () => Number(getComputedStyle(element).opacity) * opacity(element.parentElement));
}

/** What an element itself paints at a point, from below: each layer is a list of the colours that it may have. */
function painted(element, x, y) {
    const style = getComputedStyle(element);
    const layers = [];
    if (element.matches('canvas')) {
        const box = element.getBoundingClientRect();
        const column = Math.floor(((x - box.left) * element.width) / box.width);
        const row = Math.floor(((y - box.top) * element.height) / box.height);
        const [red, green, blue, alpha] = element.getContext('2d').getImageData(column, row, 1, 1).data;
        layers.push([[red, green, blue, alpha / 255]]);
    } else if (element.matches('img, video, iframe, object')) {
        layers.push(null);
    } else if (element.namespaceURI.endsWith('svg') && element.matches(SHAPES)) {
        if (style.fill !== 'none') layers.push([faded(colour(style.fill), Number(style.fillOpacity))]);
    } else {
        layers.push([colour(style.backgroundColor)]);
        if (style.backgroundImage.includes('url(')) layers.push(null);
        const stops = style.backgroundImage.match(/(?:rgba?|color|oklab|oklch|hsla?)\([^()]*\)/g);
        if (stops) layers.push(stops.map(colour));
    }
    const strength = opacity(element);
    return layers.map((layer) => layer?.map((one) => faded(one, strength)));
}

/** The colours that may lie below an element at a point; none where it is not seen; `null` for a picture. */
function backdrop(element, x, y) {
    const stack = document.elementsFromPoint(x, y);
    const place = stack.indexOf(element);
    if (place < 0) return [];
    const hides = (layer) => layer?.every(([, , , alpha]) => alpha > 0.99);
    const above = stack.slice(0, place).filter((one) => !element.contains(one));
    if (above.some((one) => painted(one, x, y).some(hides))) return [];
    const layers = [];
    for (const one of stack.slice(place)) {
        const own = painted(one, x, y).reverse();
        layers.push(...own);
        if (own.some(hides)) break;
    }
    let colours = [colour('white')];
    for (const layer of layers.reverse()) {
        if (!layer) return null;
        colours = layer.flatMap((upper) => colours.map((lower) => over(upper, lower)));
    }
    return colours;
}

/** The colour of the edge around letters that parts them from what they lie on, if there is one. */
function halo(style) {
    if (style.paintOrder.startsWith('stroke') && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2) {
        return colour(style.stroke);
    }
    const shadows = style.textShadow.match(/(?:rgba?|color)\([^()]*\)/g) ?? [];
    // One soft shadow is no edge; several over each other are.
    return shadows.length >= 3 && new Set(shadows).size === 1 ? colour(shadows[0]) : null;
}

/** The boxes of an element's own words. */
function boxesOfWords(element, pseudo) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const range = document.createRange();
    const boxes = own.flatMap((node) => {
        range.selectNodeContents(node);
        return [...range.getClientRects()];
    });
    return boxes.length && !pseudo ? boxes : [element.getBoundingClientRect()];
}

/**
 * The least contrast of an element's own words, or of those of one of its pseudo-elements, and the contrast that they
 * need; `least` is infinite where nobody sees them, and `null` where they lie on a picture.
 */
function contrast(element, pseudo = null) {
    const style = getComputedStyle(element, pseudo);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const inDrawing = element.namespaceURI.endsWith('svg');
    const ink = faded(colour(inDrawing ? style.fill : style.color), opacity(element) * (pseudo ? Number(style.opacity) : 1));
    // Words without any ink show when a pointer or the focus is on them.
    if (ink[3] === 0) return { least: Infinity, needed: 0, ink, below: ink };
    const edge = halo(style);
    const inSight = (box) => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    if (!boxesOfWords(element, pseudo).every(inSight)) {
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    }
    let least = Infinity;
    let below = null;
    for (const box of boxesOfWords(element, pseudo)) {
        for (const share of [0.02, 0.25, 0.5, 0.75, 0.98]) {
            const [x, y] = [box.left + box.width * share, box.top + box.height / 2];
            let colours = backdrop(element, x, y);
            if (colours?.length && edge) {
                const map = element.closest('.map');
                colours = [edge, ...(map ? MAP_COLOURS.map((name) => named(name, map)) : [])];
            }
            for (const one of colours ?? [null]) {
                const found = one ? ratio(over(ink, one), one) : null;
                if (found === null || (least !== null && found < least)) [least, below] = [found, one];
            }
        }
    }
    return { least, needed: large ? 3 : 4.5, ink, below };
}

/** Whether words can be read; otherwise why not. */
function weakness(element, pseudo = null) {
    const { least, needed, ink, below } = contrast(element, pseudo);
    if (least === null) return 'its words lie on a picture';
    // What is computed from eight bits a channel may be a hundredth off.
    if (least >= needed - 0.01) return null;
    const named = (colour) => colour.map((value) => Math.round(value * 100) / 100).join(' ');
    return `contrast ${least.toFixed(2)}, needs ${needed}: ${named(ink)} on ${named(below)}`;
}

/** Words that style sheets write before or after elements, which no engine looks at. */
function wordsOfStyle() {
    const words = [];
    for (const element of document.body.querySelectorAll('*')) {
        for (const pseudo of ['::before', '::after']) {
            const { content, visibility } = getComputedStyle(element, pseudo);
            if (/^(?:none|normal|"\s*")?$/.test(content) || visibility === 'hidden') continue;
            if (element.checkVisibility({ opacityProperty: true })) words.push([element, pseudo]);
        }
    }
    return words;
}
