// The size of everything that can be clicked on, as criterion 2.5.8 of WCAG 2.2 measures it.

const CLICKABLE = `a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab],
    [role=option], [role=slider], [role=link], [role=checkbox], [role=radio]`;

/** Of these, what does something at the place where it stands; names and links in lists lead elsewhere. */
const CONTROLS = `button:not(.record-link, [data-record]), input:not([type=hidden]), select, textarea, summary, [role=tab], [role=option]`;

/** A tenth of a pixel is rounding. */
const ROUNDING = 0.1;

/** The box that takes a click: a field's label belongs to it. */
function boxOf(element) {
    const own = element.getBoundingClientRect();
    const label = element.matches('input[type=checkbox], input[type=radio]') && element.labels?.[0];
    if (!label) return own;
    const whole = label.getBoundingClientRect();
    return DOMRect.fromRect({ x: whole.x, y: whole.y, width: whole.width, height: Math.max(whole.height, own.height) });
}

/** Whether a pointer may reach an element: seen, in use, not clipped away for readers of the screen. */
function isTarget(element) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (element.matches(':disabled') || element.closest('[inert]')) return false;
    const open = document.querySelector('dialog:modal');
    if (open && !open.contains(element)) return false;
    const { width, height } = boxOf(element);
    return width > 1 && height > 1;
}

/** Whether an element stands in a line of words, which sets its height. */
function isInLine(element) {
    if (getComputedStyle(element).display !== 'inline') return false;
    const words = (node) => node.textContent.replace(/\s+/g, '');
    const block = element.parentElement.closest('p, li, td, th, dd, dt, figcaption, caption, blockquote, div');
    return Boolean(block) && words(block).length > words(element).length;
}

const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];

/** How far a point is from a box. */
function distance([x, y], box) {
    const across = Math.max(box.left - x, 0, x - box.right);
    const down = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(across, down);
}

/** Targets smaller than so many pixels, with how each is: in a line of words, far enough from others, or neither. */
function smallTargets(least, kinds) {
    const all = [...document.querySelectorAll(CLICKABLE)].filter(isTarget);
    const boxes = all.map((element) => ({ element, box: boxOf(element) }));
    const isSmall = ({ box }) => Math.min(box.width, box.height) < least - ROUNDING;
    const near = (one, other) => {
        if (one === other || one.element.contains(other.element) || other.element.contains(one.element)) return false;
        const [x, y] = middle(one.box);
        const [otherX, otherY] = middle(other.box);
        // A small neighbour has a circle of its own, which may lie beyond its box.
        const circles = isSmall(other) && Math.hypot(x - otherX, y - otherY) < least - ROUNDING;
        return circles || distance([x, y], other.box) < least / 2 - ROUNDING;
    };
    const small = boxes.filter((one) => one.element.matches(kinds) && isSmall(one)).map((one) => {
        const inLine = isInLine(one.element);
        const neighbour = inLine ? null : boxes.find((other) => near(one, other));
        return { ...one, inLine, spaced: !inLine && !neighbour };
    });
    return { number: all.filter((element) => element.matches(kinds)).length, small };
}

/** Whether a circle of so many pixels in the middle of an element is the element's alone. */
function isReachable(element, least) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const [x, y] = middle(element.getBoundingClientRect());
    const around = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => {
        const angle = (eighth * Math.PI) / 4;
        const radius = least / 2 - 0.5;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return [[x, y], ...around].every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
}
