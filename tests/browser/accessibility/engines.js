// What two engines find in the page as it is, and how each item that they leave open is decided.

const ERROR = 1;
const WARNING = 2;

/** Questions about the contrast of words, in the terms of both engines; the second knows no layers. */
const ABOUT_CONTRAST = /^color-contrast$|^words of style sheets$|1_4_3\.(?:G18|G145)\.(?:Abs|BgImage|BgGradient|Alpha|Fail)$/;

/** Neither engine looks at words before and after elements. */
const WORDS_OF_STYLE = 'words of style sheets';

/** An element in few words. */
const inWords = (element) => (element?.outerHTML ?? element?.nodeName ?? '').replace(/\s+/g, ' ').slice(0, 240);

/** Adds one to a number under a key. */
const count = (numbers, key) => (numbers[key] = (numbers[key] ?? 0) + 1);

/** Runs HTML_CodeSniffer. */
const sniff = () =>
    new Promise((resolve, reject) => {
        HTMLCS.process('WCAG2AA', document, () => resolve(HTMLCS.getMessages()), reject);
    });

/**
 * Examines the page; `explanations` are pairs of a rule and a selector. `finger` is the size of a finger's target, of
 * which no engine knows: with it only targets are measured.
 */
async function examine({ tags, explanations, finger }) {
    const report = { passed: [], problems: [], incomplete: {}, sniffer: {}, warnings: {}, notices: {}, targets: {}, used: [] };
    const problem = (rule, element, reason) => {
        const same = report.problems.find((one) => one.rule === rule);
        if (same) same.times += 1;
        else report.problems.push({ rule, reason, element: inWords(element), times: 1 });
    };
    const explained = (rule, element) => {
        const one = element instanceof Document ? element.documentElement : element;
        const index = explanations.findIndex(([own, selector]) => rule.endsWith(own) && one?.matches(selector));
        if (index >= 0 && !report.used.includes(index)) report.used.push(index);
        return index >= 0;
    };
    /** Targets that something overlaps, though not where a pointer needs them. */
    const reachable = new Set();
    /** Decides an open question; how, is counted. */
    const decide = (ways, rule, element, reason, pseudo = null) => {
        const own = (ways[rule] ??= { computed: 0, explained: 0, open: 0 });
        const about = ABOUT_CONTRAST.test(rule);
        // Nobody meets what is not rendered.
        const met = !document.body.contains(element) || element.checkVisibility({ visibilityProperty: true });
        const weak = about && met ? weakness(element, pseudo) : met && !reachable.has(element) && reason;
        if (!weak) own.computed += 1;
        else if (explained(rule, element)) own.explained += 1;
        else {
            own.open += 1;
            problem(rule, element, weak);
        }
    };

    const askEngines = async () => {
        const found = await axe.run(document, {
            runOnly: tags,
            resultTypes: ['violations', 'incomplete'],
            elementRef: true,
            // A frame shows the compact form, which is a state of its own.
            iframes: false,
        });
        const messages = await sniff();
        report.passed = found.passes.map(({ id }) => id);
        for (const { id, help, nodes } of found.violations) {
            for (const { element, failureSummary } of nodes) problem(id, element, `${help}: ${failureSummary}`);
        }
        const overlapped = found.incomplete.filter(({ id }) => id === 'target-size').flatMap(({ nodes }) => nodes);
        for (const { element } of overlapped) if (isReachable(element, 24)) reachable.add(element);
        withLayers(() => {
            for (const { id, help, nodes } of found.incomplete) {
                for (const { element } of nodes) decide(report.incomplete, id, element, help);
            }
            for (const { type, code, msg, element } of messages) {
                if (type === ERROR || (type === WARNING && ABOUT_CONTRAST.test(code))) decide(report.sniffer, code, element, msg);
                else count(type === WARNING ? report.warnings : report.notices, code);
            }
            for (const [element, pseudo] of wordsOfStyle()) decide(report.incomplete, WORDS_OF_STYLE, element, '', pseudo);
        });
    };

    if (!finger) await askEngines();
    for (const [least, kinds] of finger ? [[24, CLICKABLE], [finger, CONTROLS]] : [[24, CLICKABLE]]) {
        const rule = `targets of ${least} px`;
        const { number, small } = smallTargets(least, kinds);
        const own = (report.targets[rule] = { checked: number, small: small.length, in_line: 0, spaced: 0, explained: 0, open: 0 });
        for (const { element, box, inLine, spaced } of small) {
            if (inLine) own.in_line += 1;
            else if (spaced && least === 24) own.spaced += 1;
            else if (explained(rule, element)) own.explained += 1;
            else {
                own.open += 1;
                problem(rule, element, `is ${Math.floor(box.width)} × ${Math.floor(box.height)} px`);
            }
        }
    }
    return report;
}
