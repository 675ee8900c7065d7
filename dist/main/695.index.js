export const id = 695;
export const ids = [695];
export const modules = {

/***/ 5695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMain: () => (/* binding */ runMain)
});

;// CONCATENATED MODULE: ./lib/edge/exit.js
/** The end of a process. */
const lingerMs = 1000;
/** Ends with this exit code when all is written, even if an idle socket would keep the process alive. */
function endProcess(exitCode) {
    process.exitCode = exitCode;
    setTimeout(() => process.exit(), lingerMs).unref();
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/edge/interrupt.js
/** SIGINT and SIGTERM: the first asks the run to clean up and end, the second ends the process at once. */


/** Listens for the signals from now on. */
function listenForInterrupt() {
    const controller = new AbortController();
    let exitCode;
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => {
            if (exitCode !== undefined)
                process.exit(exitCode);
            exitCode = 128 + external_node_os_.constants.signals[name];
            controller.abort(new errors/* UserError */.yo('INTERRUPTED', `interrupted by ${name}`));
        });
    }
    return { signal: controller.signal, exitCode: () => exitCode };
}

;// CONCATENATED MODULE: ./lib/edge/lazy-pipeline.js
const lazyPipeline = {
    install: async (settings, host, watch) => {
        const { install } = await Promise.all(/* import() */[__webpack_require__.e(554), __webpack_require__.e(61), __webpack_require__.e(724), __webpack_require__.e(802)]).then(__webpack_require__.bind(__webpack_require__, 5802));
        return install(settings, host, watch);
    },
    saveCache: async (request, host, watch) => {
        const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(554), __webpack_require__.e(561), __webpack_require__.e(724), __webpack_require__.e(630), __webpack_require__.e(911)]).then(__webpack_require__.bind(__webpack_require__, 1911));
        return saveCache(request, host, watch);
    },
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/edge/event.js
/** The event that started a job, as the runner describes it in a file. */


/** The payload of the event (`GITHUB_EVENT_PATH`), or undefined where there is none to be read. */
function readEvent(env) {
    const path = env.GITHUB_EVENT_PATH ?? '';
    if (path === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'EACCES') || error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** The head commit of a pull request; undefined for any other event. */
function headCommitOf(event) {
    return textAt(event, 'pull_request', 'head', 'sha');
}
/** The name of the repository's default branch, where the event tells it. */
function defaultBranchOf(event) {
    return textAt(event, 'repository', 'default_branch');
}
function textAt(value, ...path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== 'object' || found === null)
            return undefined;
        found = found[key];
    }
    return typeof found === 'string' && found !== '' ? found : undefined;
}

// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
;// CONCATENATED MODULE: ./lib/edge/failure.js


/** Describes anything thrown; whatever is not a UserError is a bug in wheelcrew. Credentials in URLs are hidden. */
function failure_describeFailure(error) {
    if ((0,errors/* isUserError */.iU)(error)) {
        const { code, message, hint, exitCode } = error;
        return { code, message: (0,redact/* redact */.E$)(message), hint: hint === undefined ? undefined : (0,redact/* redact */.E$)(hint), exitCode };
    }
    const errno = (0,errors/* errnoOf */.UQ)(error);
    const systemHint = errno === undefined ? undefined : systemHints[errno];
    if (systemHint !== undefined) {
        return { code: 'SYSTEM_ERROR', message: (0,redact/* redact */.E$)((0,errors/* messageOf */.bD)(error)), hint: systemHint, exitCode: errors/* exitCodes */.hS.failure };
    }
    const stack = error instanceof Error && error.stack !== undefined ? error.stack : (0,errors/* messageOf */.bD)(error);
    return {
        code: 'BUG',
        message: (0,redact/* redact */.E$)(stack),
        hint: 'this is a bug in wheelcrew; please report it with the lines above',
        exitCode: errors/* exitCodes */.hS.bug,
    };
}
/** What the machine refuses wherever it is asked; Node's message names the call and the path. */
const systemHints = {
    ENOSPC: 'free some space on that file system, or put the store on another one with `--store`',
    EDQUOT: 'the disk quota is used up: free some space, or put the store elsewhere with `--store`',
    EROFS: 'that file system is read-only: choose another place with `--store` or `--venv`',
    EACCES: 'check the permissions of that path, or choose another place with `--store` or `--venv`',
    EPERM: 'check the permissions of that path, or choose another place with `--store` or `--venv`',
    EMFILE: 'raise the limit on open files (`ulimit -n`)',
    ENFILE: 'the machine has too many open files',
    EIO: 'the disk reports an error',
    ELOOP: 'a symbolic link leads to itself: remove it, or choose another place',
    ENAMETOOLONG: 'a path is longer than its file system allows: choose a shorter one',
    ENOMEM: 'the machine is out of memory',
};
/** `error: message`, and after a blank line `hint: what to do`. */
function renderFailure({ message, hint }, label = 'error:') {
    return hint === undefined ? `${label} ${message}` : `${label} ${message}\n\nhint: ${hint}`;
}

;// CONCATENATED MODULE: ./lib/edge/files.js
/** The files that an edge itself reads and writes. */


/** Reads report.json. Throws the usage error REPORT_NOT_FOUND when there is no file to be read. */
async function readReportFile(path) {
    try {
        return await readFile(path, 'utf8');
    }
    catch (error) {
        if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        throw usageError('REPORT_NOT_FOUND', `cannot read the report \`${path}\`: ${messageOf(error)}`);
    }
}
/** Writes a rendering. Throws UserError OUTPUT_NOT_WRITABLE when the place does not take it. */
async function writeOutput(path, text) {
    try {
        await (0,promises_.writeFile)(path, text);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EROFS', 'ENOSPC', 'EPERM'))
            throw error;
        throw new errors/* UserError */.yo('OUTPUT_NOT_WRITABLE', `cannot write \`${path}\`: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'name a file in a directory that exists and that you may write to',
        });
    }
}

// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(1451);
;// CONCATENATED MODULE: ./lib/edge/run-install.js


/** Installs while `console` follows; times count from the start of the process. Throws what the pipeline throws. */
async function runInstall(request, pipeline, console) {
    const { settings, host, signal, save } = request;
    const watch = openWatch(console, signal);
    try {
        const report = await pipeline.install(settings, host, watch);
        if (save === 'later' || report.save === undefined)
            return report;
        await pipeline.saveCache(parseSaveRequest(report.save), host, watch);
        return (0,report_report/* buildReport */.FK)(watch, { ...report, save: undefined });
    }
    finally {
        console.close();
    }
}
/** Leaves in the store what the next run can begin with, where the settings say so; the environment is in use meanwhile. */
async function keepForNextRun({ upkeep }, host) {
    const { keep } = JSON.parse(upkeep ?? '{}');
    if (keep === undefined)
        return;
    const { keepForNext } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4093));
    const said = await keepForNext(keep, host);
    if (said !== undefined)
        host.log.info(said);
}
/** Carries out a request that another process sealed and returns the bytes that were saved. Throws what the pipeline throws. */
async function run_install_runSave(sealed, { host, console, pipeline, workspace, isRepeated = false }) {
    const request = parseSaveRequest(sealed);
    const watch = openWatch(console, new AbortController().signal);
    await pipeline.saveCache({ ...request, isRepeated, ...(workspace !== undefined && { workspace }) }, host, watch);
    return watch.spans.reduce((sum, { stage, bytes = 0 }) => (stage === 'save' ? sum + bytes : sum), 0);
}
function openWatch(console, signal) {
    const timeline = (0,report_timeline/* createTimeline */.MM)((0,report_timeline/* clockSince */.Td)(performance.timeOrigin));
    console.watch(timeline);
    return { ...timeline, signal };
}
/** It comes from the pipeline itself, through memory or the state that the runner holds. */
function parseSaveRequest(sealed) {
    return JSON.parse(sealed);
}

;// CONCATENATED MODULE: ./lib/report/report-file.js
/** report.json: written by a run, read back by `wheelcrew report`. */



/** The text of report.json: one JSON object, without what is sealed for other processes. */
function formatReport(report) {
    return `${JSON.stringify({ ...report, save: undefined, upkeep: undefined }, undefined, 2)}\n`;
}
/**
 * Reads report.json; `source` names it in messages.
 * Throws the usage error REPORT_INVALID when it is not JSON, of another format, or when a field that a rendering needs is
 * missing or of another type.
 */
function parseReport(text, source) {
    const value = parseJson(text, source);
    if (!isRecord(value) || value.format !== 1) {
        const found = isRecord(value) ? JSON.stringify(value.format ?? null) : typeof value;
        throw invalid(source, `expected \`format\` 1, found ${found}`);
    }
    const problem = findProblem(value, reportShape, '');
    if (problem !== undefined)
        throw invalid(source, problem);
    return value;
}
function parseJson(text, source) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        if (!(cause instanceof SyntaxError))
            throw cause;
        throw invalid(source, 'it is not JSON');
    }
}
function invalid(source, problem) {
    const hint = 'give a file that `wheelcrew install --report FILE` of this version wrote';
    return usageError('REPORT_INVALID', `\`${source}\` is not a report of Wheelcrew: ${problem}`, hint);
}
const reportShape = {
    fields: {
        version: 'string',
        startedAt: 'string',
        durationMs: 'number',
        timeToReadyMs: 'number',
        environment: { fields: { kind: report_report/* environmentKinds */.Z2, path: 'string' } },
        removed: { list: { fields: { name: 'string', version: 'string', replacedBy: 'string?' } } },
        missing: { list: 'string' },
        built: {
            list: {
                fields: {
                    name: 'string',
                    version: 'string',
                    path: 'string',
                    how: report_report/* buildOutcomes */.c,
                    seconds: 'number',
                    reason: 'string',
                },
            },
            isOptional: true,
        },
        explanation: 'string?',
        linkMode: 'string',
        python: { fields: { version: 'string', path: 'string' } },
        runner: { fields: { os: 'string', arch: 'string', parallelism: 'number' } },
        cache: {
            fields: {
                backend: 'string',
                outcome: report_report/* cacheOutcomes */.CU,
                primaryKey: 'string?',
                matchedKey: 'string?',
                reason: 'string',
            },
        },
        totals: { fields: { wheels: 'number', files: 'number', bytes: 'number', fetchedBytes: 'number' } },
        warnings: { list: 'string' },
        decisions: { list: { fields: { subject: 'string', choice: 'string', reason: 'string' } } },
        spans: { list: { fields: { stage: report_timeline/* stages */._$, wheel: 'string?', startMs: 'number', endMs: 'number' } } },
        stages: {
            list: {
                fields: {
                    stage: report_timeline/* stages */._$,
                    startMs: 'number',
                    endMs: 'number',
                    wallMs: 'number',
                    busyMs: 'number',
                    bytes: 'number?',
                    files: 'number?',
                    note: 'string?',
                },
            },
        },
        wheels: {
            list: {
                fields: {
                    name: 'string',
                    version: 'string',
                    sizeBytes: 'number?',
                    source: report_report/* wheelSources */.MU,
                    files: 'number',
                    bytes: 'number',
                    fetchMs: 'number?',
                    unpackMs: 'number?',
                    linkMs: 'number?',
                    compileMs: 'number?',
                    warnings: { list: 'string' },
                },
            },
        },
    },
};
/** The first place where a value differs from its shape, in words. */
function findProblem(value, shape, path) {
    if (typeof shape === 'string')
        return findTypeProblem(value, shape, path);
    if ('fields' in shape) {
        if (!isRecord(value))
            return `expected \`${path}\` to be an object`;
        return firstProblem(Object.entries(shape.fields), ([name, inner]) => findProblem(value[name], inner, path === '' ? name : `${path}.${name}`));
    }
    if ('list' in shape) {
        if (value === undefined && shape.isOptional)
            return undefined;
        if (!Array.isArray(value))
            return `expected \`${path}\` to be a list`;
        return firstProblem(value.entries(), ([index, item]) => findProblem(item, shape.list, `${path}.${index}`));
    }
    return typeof value === 'string' && shape.includes(value) ? undefined : `expected \`${path}\` to be a known word`;
}
function findTypeProblem(value, type, path) {
    const optional = type.endsWith('?');
    if (optional && value === undefined)
        return undefined;
    const expected = optional ? type.slice(0, -1) : type;
    return typeof value === expected ? undefined : `expected \`${path}\` to be a ${expected}`;
}
function firstProblem(items, check) {
    for (const item of items) {
        const problem = check(item);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/report/intervals.js
var intervals = __webpack_require__(9604);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/report/bars.js
/** The stages of a run as bars over one time axis: what overlapped with what. */


/**
 * One line for each stage, bars of `width` columns: `█` where the stage was at work for more than two thirds of a
 * column's time, `▒` for more than a third, `░` for less, blank where it was not.
 */
function renderBars(report, width) {
    const endMs = Math.max(report.durationMs, ...report.stages.map(stage => stage.endMs));
    if (report.stages.length === 0 || endMs <= 0)
        return [];
    const lines = report.stages.map(({ stage }) => {
        const spans = report.spans.filter(span => span.stage === stage);
        return `${stage.padEnd(labelWidth)}|${drawBar(spans, { width, endMs })}|`;
    });
    const scale = (0,units/* formatDuration */.a3)(endMs);
    return [...lines, `${' '.repeat(labelWidth + 1)}0${scale.padStart(Math.max(width - 1, scale.length + 1))}`];
}
const labelWidth = 8;
function drawBar(spans, axis) {
    const columnMs = axis.endMs / axis.width;
    return Array.from({ length: axis.width }, (_, column) => {
        const from = column * columnMs;
        return drawShare((0,intervals/* unionMs */.k1)(clip(spans, from, from + columnMs)) / columnMs, touches(spans, from, from + columnMs));
    }).join('');
}
function clip(spans, fromMs, toMs) {
    return spans
        .filter(span => span.startMs < toMs && span.endMs > fromMs)
        .map(span => ({ startMs: Math.max(span.startMs, fromMs), endMs: Math.min(span.endMs, toMs) }));
}
/** True for work so short that it has no length on the clock. */
function touches(spans, fromMs, toMs) {
    return spans.some(span => span.startMs >= fromMs && span.startMs < toMs);
}
function drawShare(share, touched) {
    if (share > 2 / 3)
        return '█';
    if (share > 1 / 3)
        return '▒';
    return share > 0 || touched ? '░' : ' ';
}

;// CONCATENATED MODULE: ./lib/report/text.js
/** A report as plain text, for a terminal or a log. */


/** The run in plain text: a headline, one aligned line for each stage, the stages as bars, the cache and the warnings. */
function renderText(report) {
    const { totals, python, cache } = report;
    const lines = [
        `${renderHeadline(report)}: ${report.environment.path}`,
        `Python ${python.version}, ${(0,units/* countOf */.pq)(totals.files, 'file')}, ${(0,units/* formatBytes */.z3)(totals.bytes)}, ${report.linkMode}`,
        ...renderRemoved(report),
        ...renderBuilds(report),
        '',
        ...alignColumns([['phase', 'time', 'size', 'files', 'note'], ...report.stages.map(renderStage)]),
        '',
        ...renderBars(report, 60),
        '',
        `cache: ${cache.outcome} (${cache.backend}), ${cache.reason}`,
        ...report.warnings.map(warning => `warning: ${warning}`),
    ];
    return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
}
/** What the run brought about, and how long it took: a run that only builds has wheels of sources. */
function renderHeadline({ totals, timeToReadyMs, built = [] }) {
    const isBuild = totals.wheels === 0 && built.length > 0;
    const what = isBuild ? `${(0,units/* countOf */.pq)(built.length, 'wheel')} of sources` : (0,units/* countOf */.pq)(totals.wheels, 'wheel');
    return `${what} in ${(0,units/* formatDuration */.a3)(timeToReadyMs)}`;
}
/** What left the environment, in one line of bounded length. */
function renderRemoved({ removed }) {
    if (removed.length === 0)
        return [];
    const named = removed.map(({ name, version, replacedBy }) => replacedBy === undefined ? `${name} ${version}` : `${name} ${version} → ${replacedBy}`);
    const shown = named.slice(0, mostRemoved);
    const more = named.length > shown.length ? ` and ${named.length - shown.length} more` : '';
    return [`removed: ${shown.join(', ')}${more}`];
}
const mostRemoved = 20;
/** A table of the wheels of sources, with an empty line before it. */
function renderBuilds({ built = [] }) {
    if (built.length === 0)
        return [];
    const rows = built.map(build => [build.name, ...describeBuild(build)]);
    return ['', ...alignColumns([['build', 'version', 'how', 'time', 'why'], ...rows])];
}
/** Version, how, time and why. */
function describeBuild({ version, how, seconds, reason }) {
    return [version, how, how === 'built' ? (0,units/* formatDuration */.a3)(seconds * 1000) : '', reason];
}
function renderStage({ stage, wallMs, bytes, files, note }) {
    return [
        stage,
        (0,units/* formatDuration */.a3)(wallMs),
        bytes === undefined ? '' : (0,units/* formatBytes */.z3)(bytes),
        files === undefined ? '' : (0,units/* formatCount */.B4)(files),
        note ?? '',
    ];
}
/** The first and the last column keep to the left, figures to the right. */
function alignColumns(rows) {
    const last = Math.max(...rows.map(row => row.length)) - 1;
    const widths = Array.from({ length: last + 1 }, (_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(row => row
        .map((cell, column) => column === 0 || column === last ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))
        .join('  '));
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** A report as the Markdown of a job summary. */



/** A job summary may hold 1 MiB for all steps together; these keep ours far below whatever a lock holds. */
const limits = { wheels: 10, builds: 20, warnings: 20, decisions: 40, textLength: 400 };
/** The job summary: phase table, picture of the stages, cache, warnings, slowest wheels, decisions, runner. */
function renderSummary(report) {
    return [
        `### Python environment: ${renderHeadline(report)}`,
        renderPhases(report),
        renderPicture(report),
        renderCache(report),
        ...renderRemoved(report).map(escapeMarkdown),
        summary_renderBuilds(report),
        renderWarnings(report.warnings),
        renderSlowest(report.wheels),
        renderDecisions(report),
        renderRunner(report),
    ]
        .filter(part => part !== '')
        .map(part => `${part}\n`)
        .join('\n');
}
function renderPhases(report) {
    if (report.stages.length === 0)
        return '';
    const head = ['| Phase | Time | Work | Size | Files | Note |', '|:--|--:|--:|--:|--:|:--|'];
    return [...head, ...report.stages.map(renderPhase)].join('\n');
}
function renderPhase({ stage, wallMs, busyMs, bytes, files, note }) {
    return row([
        stage,
        (0,units/* formatDuration */.a3)(wallMs),
        (0,units/* formatDuration */.a3)(busyMs),
        bytes === undefined ? '' : (0,units/* formatBytes */.z3)(bytes),
        files === undefined ? '' : (0,units/* formatCount */.B4)(files),
        escapeMarkdown(note ?? ''),
    ]);
}
function summary_renderBuilds({ built = [] }) {
    if (built.length === 0)
        return '';
    const head = ['| Build | Version | How | Time | Why |', '|:--|:--|:--|--:|:--|'];
    const shown = built
        .slice(0, limits.builds)
        .map(build => row([build.name, ...describeBuild(build)].map(escapeMarkdown)));
    return [...head, ...shown, ...renderRest(built.length - limits.builds)].join('\n');
}
function renderPicture(report) {
    const lines = renderBars(report, 72);
    return lines.length === 0 ? '' : ['```text', ...lines, '```'].join('\n');
}
function renderCache({ cache }) {
    const keys = [
        cache.primaryKey === undefined ? '' : `key ${escapeMarkdown(cache.primaryKey)}`,
        cache.matchedKey === undefined ? '' : `matched ${escapeMarkdown(cache.matchedKey)}`,
    ].filter(part => part !== '');
    const line = `**Cache: ${cache.outcome}** (${escapeMarkdown(cache.backend)}): ${escapeMarkdown(cache.reason)}`;
    return keys.length === 0 ? line : `${line}<br>\n${keys.join('<br>\n')}`;
}
function renderWarnings(warnings) {
    if (warnings.length === 0)
        return '';
    const lines = warnings.slice(0, limits.warnings).map(warning => `- ${escapeMarkdown(warning)}`);
    return fold((0,units/* countOf */.pq)(warnings.length, 'warning'), [...lines, ...renderRest(warnings.length - limits.warnings)]);
}
function renderSlowest(wheels) {
    const slowest = wheels
        .map(wheel => ({ wheel, workMs: workOf(wheel) }))
        .filter(({ workMs }) => workMs > 0)
        .sort((a, b) => b.workMs - a.workMs)
        .slice(0, limits.wheels);
    if (slowest.length === 0)
        return '';
    const head = ['| Wheel | From | Size | Fetch | Unpack | Link | Compile |', '|:--|:--|--:|--:|--:|--:|--:|'];
    const title = slowest.length === 1 ? 'The slowest wheel' : `The ${slowest.length} slowest wheels`;
    return fold(title, [...head, ...slowest.map(({ wheel }) => renderWheel(wheel))]);
}
function workOf({ fetchMs = 0, unpackMs = 0, linkMs = 0, compileMs = 0 }) {
    return fetchMs + unpackMs + linkMs + compileMs;
}
function renderWheel(wheel) {
    const times = [wheel.fetchMs, wheel.unpackMs, wheel.linkMs, wheel.compileMs];
    return row([
        escapeMarkdown(`${wheel.name} ${wheel.version}`),
        wheel.source,
        wheel.sizeBytes === undefined ? '' : (0,units/* formatBytes */.z3)(wheel.sizeBytes),
        ...times.map(ms => (ms === undefined ? '' : (0,units/* formatDuration */.a3)(ms))),
    ]);
}
function renderDecisions({ decisions }) {
    if (decisions.length === 0)
        return '';
    const lines = decisions
        .slice(0, limits.decisions)
        .map(({ subject, choice, reason }) => row([subject, choice, reason].map(escapeMarkdown)));
    const head = ['| What | Choice | Why |', '|:--|:--|:--|'];
    return fold('Decisions', [...head, ...lines, ...renderRest(decisions.length - limits.decisions)]);
}
function renderRunner({ runner, python, linkMode, environment, version, totals }) {
    const parts = [
        `${runner.os} ${runner.arch}, ${(0,units/* countOf */.pq)(runner.parallelism, 'thread')}`,
        `Python ${python.version}`,
        `${(0,units/* formatBytes */.z3)(totals.bytes)} in ${(0,units/* countOf */.pq)(totals.files, 'file')} by ${linkMode}`,
        environment.path,
        `Wheelcrew ${version}`,
    ];
    return `<sub>${parts.map(escapeMarkdown).join(' · ')}</sub>`;
}
function renderRest(count) {
    return count > 0 ? ['', `and ${(0,units/* formatCount */.B4)(count)} more, all in report.json`] : [];
}
function fold(title, lines) {
    return [`<details><summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** Text of any origin as one line that Markdown and HTML show as it is. */
function escapeMarkdown(text) {
    const short = text.length > limits.textLength ? `${text.slice(0, limits.textLength)}…` : text;
    return short.replace(/\s+/g, ' ').replace(/[&<>|`*_[\]\\~]/g, character => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/action/activate.js
/** Makes the environment that of the later steps, as its `activate` script would. */

/** Puts the scripts of the virtual environment first on PATH and exports VIRTUAL_ENV. */
function activateEnvironment(venv, os, commands) {
    commands.addPath((0,external_node_path_.join)(venv, os === 'win32' ? 'Scripts' : 'bin'));
    commands.exportVariable('VIRTUAL_ENV', venv);
}

;// CONCATENATED MODULE: ./lib/options.js
/**
 * Every option there is, once: the command line, the `WHEELCREW_X_Y` variables, the inputs of the action and the help are
 * derived from this table, and a test compares action.yml with it.
 */
function flag(name, help, details = {}) {
    return { name, kind: 'flag', help, where: 'everywhere', default: 'false', placeholder: '', ...details };
}
function value(name, help, details = {}) {
    return { name, kind: 'value', help, where: 'everywhere', default: '', placeholder: 'VALUE', ...details };
}
function list(name, help, details = {}) {
    return { name, kind: 'list', help, where: 'everywhere', default: '', placeholder: 'VALUE', ...details };
}
const optionSections = [
    {
        title: 'What to install',
        options: [
            value('mode', 'What to do', {
                where: 'action',
                default: 'install',
                values: ['install', 'restore', 'warm', 'save'],
            }),
            list('requirements', 'Lock or requirements files; else pylock.toml, uv.lock or requirements.txt is looked for', {
                short: 'r',
                placeholder: 'FILE',
            }),
            list('packages', 'Extra requirement specifiers, or paths and URLs of wheels and sources', {
                placeholder: 'PACKAGE',
            }),
            list('constraint', 'Constraint files', { placeholder: 'FILE' }),
            list('extra', 'Extras of the project that the lock is for', { placeholder: 'NAME' }),
            flag('all-extras', 'All extras of the project'),
            list('group', 'Dependency groups', { placeholder: 'NAME' }),
            list('no-group', 'Dependency groups to leave out', { placeholder: 'NAME' }),
            flag('no-dev', 'Leave the group `dev` out'),
            flag('no-install-project', 'Install the dependencies of the project without the project'),
            flag('no-deps', 'Install what is named and none of its dependencies'),
            flag('upgrade', 'Resolve again although nothing changed'),
            flag('require-hashes', 'Refuse whatever has no hash'),
            list('editable', 'Source trees to install as editable (PEP 660)', {
                where: 'cli',
                short: 'e',
                placeholder: 'PATH',
            }),
            list('build', 'Source trees, source archives or VCS URLs to build and install; `-e PATH` for an editable one', {
                placeholder: 'SOURCE',
            }),
            flag('build-env', 'Make the builds of later steps incremental', { later: true }),
            flag('no-build-isolation', 'Build in the environment that is installed into, as it is'),
            list('config-settings', 'Settings for the build backends (PEP 517)', { short: 'C', placeholder: 'KEY=VALUE' }),
            flag('reinstall', 'Install again what is installed'),
            value('torch-backend', 'The index for PyTorch', { placeholder: 'BACKEND', later: true }),
        ],
    },
    {
        title: 'Python and environment',
        options: [
            value('python-version', 'Version or path of the interpreter; else .python-version, the lock, PATH decide', {
                alias: 'python',
                placeholder: 'PYTHON',
            }),
            value('working-directory', 'Directory that relative paths start from', {
                default: '.',
                placeholder: 'DIR',
                alsoFor: ['gc', 'verify', 'doctor'],
            }),
            value('venv-path', 'The virtual environment, made when missing', {
                alias: 'venv',
                default: '.venv',
                placeholder: 'DIR',
                alsoFor: ['verify', 'doctor'],
            }),
            flag('activate-environment', 'Put the environment on PATH for the later steps', {
                where: 'action',
                default: 'true',
            }),
            flag('compile-bytecode', 'Compile to bytecode, so that the first import is fast; or a file naming the modules', {
                default: 'true',
                orFile: true,
            }),
            value('invalidation-mode', 'How bytecode is checked against its source', {
                default: 'timestamp',
                placeholder: 'MODE',
                values: ['timestamp', 'checked-hash', 'unchecked-hash'],
            }),
            value('link-mode', 'How files get into the environment (symlink: it needs its store from then on)', {
                default: 'auto',
                placeholder: 'MODE',
                values: ['auto', 'hardlink', 'clone', 'copy', 'symlink', 'image'],
            }),
            value('on-conflict', 'About two wheels with one path and different bytes', {
                default: 'warn',
                values: ['warn', 'error'],
            }),
            flag('system', 'Install into the interpreter itself'),
            value('target', 'Install into a directory', { placeholder: 'DIR' }),
            flag('break-system-packages', 'Change an interpreter although something else manages it (PEP 668)'),
            flag('seed', 'Put pip into the environment', { later: true }),
        ],
    },
    {
        title: 'Cache and store',
        options: [
            flag('enable-cache', 'Use the remote cache; by itself only to read in untrusted jobs', {
                default: 'auto',
                values: ['auto', 'true', 'false'],
            }),
            value('cache-backend', 'Which remote cache (auto, github, file:///DIR, none)', {
                default: 'auto',
                placeholder: 'BACKEND',
                alsoFor: ['doctor'],
            }),
            flag('restore-cache', 'Restore from the remote cache', { default: 'true' }),
            flag('save-cache', 'Save to the remote cache', { default: 'true' }),
            value('cache-suffix', 'An extra part of the cache key', { placeholder: 'TEXT' }),
            value('cache-revision', 'The source revision that entries are keyed by; else the commit of the job', {
                placeholder: 'REVISION',
            }),
            value('store', 'Directory of the local store', { placeholder: 'DIR', alsoFor: ['gc', 'verify', 'doctor'] }),
            value('store-max-size', 'Size that the store is trimmed to; 0 where nothing needs to stay after the job', {
                default: '20GB',
                placeholder: 'SIZE',
                alsoFor: ['gc'],
            }),
            flag('ready-environments', 'Keep a copy of the environment in the store, so that the next run only renames it', {
                default: 'auto',
                values: ['auto', 'true', 'false'],
            }),
            value('cache-signing-key', 'Private key that entries are signed with', { placeholder: 'KEY', later: true }),
            value('cache-public-key', 'Public key that entries are checked with', { placeholder: 'KEY', later: true }),
        ],
    },
    {
        title: 'Index',
        options: [
            value('index-url', 'The package index', { placeholder: 'URL' }),
            list('extra-index-url', 'Further package indexes', { placeholder: 'URL' }),
            list('find-links', 'Directories or pages with links to wheels', { placeholder: 'PLACE' }),
            flag('no-index', 'Use no index, only find-links'),
            flag('offline', 'Use no network at all'),
        ],
    },
    {
        title: 'Output',
        options: [
            value('job-summary', 'Write a job summary', {
                where: 'action',
                default: 'always',
                values: ['always', 'on-failure', 'never'],
            }),
            flag('quiet', 'Print warnings and errors only', { short: 'q', command: 'every' }),
            flag('verbose', 'Print what is going on in detail', { where: 'cli', short: 'v', command: 'every' }),
            flag('json', 'Print one JSON object on stdout: the report or result, or the error', {
                where: 'cli',
                alsoFor: ['gc', 'verify', 'doctor'],
            }),
            flag('no-color', 'Print without colours', { where: 'cli', command: 'every' }),
            value('report', 'Write report.json to this file', { where: 'cli', placeholder: 'FILE' }),
            flag('version', 'Print the version', { where: 'argument', short: 'V', command: 'every' }),
            flag('help', 'Print this help', { where: 'argument', short: 'h', command: 'every' }),
        ],
    },
    {
        title: 'Building wheels (`wheelcrew build SOURCE…`)',
        options: [
            value('out', 'Directory that the wheels are copied to', {
                where: 'argument',
                command: 'build',
                placeholder: 'DIR',
            }),
            flag('explain', 'Say what the key of each build is made of, and build nothing', {
                where: 'argument',
                command: 'build',
            }),
        ],
    },
    {
        title: 'Rendering a report (`wheelcrew report FILE`)',
        options: [
            value('format', 'What to make of report.json', {
                where: 'argument',
                command: 'report',
                default: 'text',
                placeholder: 'FORMAT',
                values: ['text', 'summary'],
                laterValues: ['html', 'trace'],
            }),
            value('output', 'Where to write it; stdout where not given', {
                where: 'argument',
                command: 'report',
                short: 'o',
                placeholder: 'FILE',
            }),
            value('compare', 'An older report to compare with', {
                where: 'argument',
                command: 'report',
                placeholder: 'FILE',
                later: true,
            }),
        ],
    },
];
const options = optionSections.flatMap(section => section.options);

;// CONCATENATED MODULE: ./lib/edge/given.js
/** What the user gave: options of any source, checked against the table and not yet interpreted. */



/**
 * Checks what one source gave; undefined where that amounts to nothing: empty, or an unavailable option at its default.
 * Throws the usage errors OPTION_NOT_AVAILABLE and OPTION_INVALID.
 */
function acceptOption({ option, values, spelling }) {
    const filled = values.map(value => value.trim()).filter(value => value !== '');
    const last = filled.at(-1);
    if (last === undefined)
        return undefined;
    if (option.kind === 'list') {
        if (option.later)
            throw notAvailable(spelling);
        return { option, values: filled, spelling };
    }
    const value = option.kind === 'flag' ? normaliseFlag(last, option) : last;
    if (option.later && value === option.default)
        return undefined;
    if (option.later)
        throw notAvailable(spelling);
    checkValue({ option, values: [value], spelling }, value);
    return { option, values: [value], spelling };
}
/** The variable that gives an option, for example `WHEELCREW_LINK_MODE`. */
function variableOf(option) {
    return `WHEELCREW_${option.name.replaceAll('-', '_').toUpperCase()}`;
}
/** The variable in which a runner passes an input to an action, for example `INPUT_LINK-MODE`. */
function inputVariableOf(option) {
    return `INPUT_${option.name.toUpperCase()}`;
}
/** What the `WHEELCREW_X_Y` variables give; a list has one item a line. Throws as `acceptOption`. */
function givenByVariables(env) {
    return collectGiven(options.filter(option => option.where === 'everywhere' || option.where === 'cli'), option => ({ name: variableOf(option), spelling: `\`${variableOf(option)}\`` }), env);
}
/**
 * What the inputs of the action give; a list has one item a line. The runner fills in the defaults of action.yml, so an
 * input that equals its default counts as not given. Throws as `acceptOption`.
 */
function givenByInputs(env) {
    const given = collectGiven(options.filter(option => option.where === 'everywhere' || option.where === 'action'), option => ({ name: inputVariableOf(option), spelling: `input \`${option.name}\`` }), env);
    return new Map([...given].filter(([, { option, values }]) => values.join('\n') !== option.default));
}
/** The options of several sources; the first source that has an option wins. */
function mergeGiven(...sources) {
    return new Map([...sources].reverse().flatMap(source => [...source]));
}
/** The items of a list option. */
function readList(given, name) {
    return given.get(name)?.values ?? [];
}
/** The value of an option, or its default. */
function readValue(given, name) {
    return given.get(name)?.values.at(-1) ?? options.find(option => option.name === name)?.default ?? '';
}
/** True when a flag is, or is by default, `true`. */
function readFlag(given, name) {
    return readValue(given, name) === 'true';
}
/** The usage error for what DESIGN promises and this version does not have; `spelling` carries its own backticks. */
function notAvailable(spelling) {
    const hint = '`wheelcrew --help` lists what is available';
    return (0,errors/* usageError */.Wp)('OPTION_NOT_AVAILABLE', `${spelling} is not available in this version`, hint);
}
/** The usage error for a value that an option does not take. */
function invalidOption(spelling, value, expected) {
    return (0,errors/* usageError */.Wp)('OPTION_INVALID', `${spelling} cannot be \`${(0,redact/* redact */.E$)(value)}\`: expected ${expected}`);
}
function checkValue({ option, spelling }, value) {
    if (option.laterValues?.includes(value))
        throw notAvailable(`${spelling} = \`${value}\``);
    const allowed = option.values ?? (option.kind === 'flag' ? ['true', 'false'] : undefined);
    if (option.orFile === true)
        return;
    if (allowed === undefined || allowed.includes(value))
        return;
    throw invalidOption(spelling, value, `one of ${allowed.map(word => `\`${word}\``).join(', ')}`);
}
/** YAML's booleans in any case, and `1` and `0` as variables have them; anything else may be the path of a file. */
function normaliseFlag(value, { orFile = false }) {
    const lower = value.toLowerCase();
    if (lower === '1')
        return 'true';
    if (lower === '0')
        return 'false';
    return orFile && lower !== 'true' && lower !== 'false' ? value : lower;
}
function collectGiven(from, sourceOf, env) {
    const given = new Map();
    for (const option of from) {
        const { name, spelling } = sourceOf(option);
        const text = env[name];
        if (text === undefined)
            continue;
        const values = option.kind === 'list' ? text.split('\n') : [text];
        const accepted = acceptOption({ option, values, spelling });
        if (accepted !== undefined)
            given.set(option.name, accepted);
    }
    return given;
}

// EXTERNAL MODULE: ./lib/cache/github-rules.js
var github_rules = __webpack_require__(8893);
;// CONCATENATED MODULE: ./lib/cache/access.js

/**
 * What `enable-cache` permits for this event: `auto` only reads where untrusted code may run, and is off for a tag push
 * or a release. `payload` is the parsed event file (`GITHUB_EVENT_PATH`), read by the edge. The runner's mode wins.
 */
function cacheAccess(enableCache, env, payload) {
    const wanted = wantedAccess(enableCache, env, payload);
    const granted = (0,github_rules/* grantedAccess */.Ie)(env.ACTIONS_CACHE_MODE);
    const limited = (wanted.read && !granted.read) || (wanted.write && !granted.write);
    return {
        read: wanted.read && granted.read,
        write: wanted.write && granted.write,
        reason: limited ? `the runner's cache mode is \`${env.ACTIONS_CACHE_MODE}\`` : wanted.reason,
    };
}
function wantedAccess(enableCache, env, payload) {
    if (enableCache === 'false')
        return { read: false, write: false, reason: 'enable-cache is `false`' };
    if (enableCache === 'true')
        return { read: true, write: true, reason: 'enable-cache is `true`' };
    const event = env.GITHUB_EVENT_NAME ?? '';
    if (event === 'release' || (event === 'push' && env.GITHUB_REF?.startsWith('refs/tags/') === true)) {
        return { read: false, write: false, reason: `off for a ${event === 'push' ? 'tag push' : event}` };
    }
    if (event === 'pull_request_target' || event === 'workflow_run') {
        return { read: true, write: false, reason: `read-only on \`${event}\`` };
    }
    if (event.startsWith('pull_request') && isFork(payload)) {
        return { read: true, write: false, reason: 'read-only for the pull request of a fork' };
    }
    return { read: true, write: true, reason: event === '' ? 'no event limits it' : `\`${event}\` may write` };
}
/** A pull request whose head lies in another repository, or in one that was deleted. */
function isFork(payload) {
    const { pull_request: request } = (payload ?? {});
    return request !== undefined && request.head?.repo?.full_name !== request.base?.repo?.full_name;
}

// EXTERNAL MODULE: ./lib/plan/index-address.js
var index_address = __webpack_require__(4158);
// EXTERNAL MODULE: ./lib/settings.js
var settings = __webpack_require__(3390);
;// CONCATENATED MODULE: ./lib/edge/index-settings.js
/** Where packages come from: our own options first, then uv's variables, then pip's, each setting by itself. */




/**
 * Reads the index settings: options, then UV_*, then PIP_* variables, then the default index.
 * An index may be given as `name=url`, as uv takes it. Throws the usage errors OPTION_INVALID for a variable that is
 * neither true nor false, and URL_INVALID for an index that is no address.
 */
function readIndexSettings(given, { env, workingDirectory }) {
    const flag = (name, ...variables) => given.has(name) ? readFlag(given, name) : readBoolean(env, variables);
    return {
        indexUrl: (0,index_address/* proveIndexAddress */.r)(firstFilled(readValue(given, 'index-url'), env.UV_DEFAULT_INDEX, env.UV_INDEX_URL, env.PIP_INDEX_URL), '`--index-url` or its variable'),
        extraIndexUrls: firstFilledList(readList(given, 'extra-index-url'), [...split(env.UV_INDEX, spaces), ...split(env.UV_EXTRA_INDEX_URL, spaces)], split(env.PIP_EXTRA_INDEX_URL, spaces)).map(address => (0,index_address/* proveIndexAddress */.r)(address, '`--extra-index-url` or its variable')),
        findLinks: firstFilledList(readList(given, 'find-links'), split(env.UV_FIND_LINKS, ','), split(env.PIP_FIND_LINKS, spaces)).map(place => (isUrl(place) ? place : (0,external_node_path_.resolve)(workingDirectory, place))),
        noIndex: flag('no-index', 'UV_NO_INDEX', 'PIP_NO_INDEX'),
        offline: flag('offline', 'UV_OFFLINE'),
        requireHashes: flag('require-hashes', 'UV_REQUIRE_HASHES', 'PIP_REQUIRE_HASHES'),
    };
}
const spaces = /\s+/;
function split(text, separator) {
    return (text ?? '')
        .split(separator)
        .map(part => part.trim())
        .filter(part => part !== '');
}
function firstFilled(...values) {
    return values.map(value => value?.trim() ?? '').find(value => value !== '') ?? settings/* defaultIndexUrl */.t;
}
function firstFilledList(...lists) {
    return lists.find(list => list.length > 0) ?? [];
}
/** True for `https://…`, `file:…`; a Windows drive (`C:\wheels`) is a path. */
function isUrl(place) {
    return /^[a-z][a-z0-9+.-]+:/i.test(place);
}
function readBoolean(env, names) {
    for (const name of names) {
        const value = env[name]?.trim().toLowerCase() ?? '';
        if (value === '')
            continue;
        if (['1', 'true', 't', 'yes', 'y', 'on'].includes(value))
            return true;
        if (['0', 'false', 'f', 'no', 'n', 'off'].includes(value))
            return false;
        throw invalidOption(`\`${name}\``, value, '`true` or `false`');
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/edge/settings.js
/** What the user gave, made into the settings of a run. */






/** Interprets options: paths become absolute, defaults are filled in. Throws the usage error OPTION_INVALID. */
function makeSettings(given, facts) {
    const workingDirectory = absolute(facts.workingDirectory, readValue(given, 'working-directory'), facts);
    const store = readValue(given, 'store');
    const storeMaxBytes = sizeOf(given, 'store-max-size');
    const mode = modeOf(facts.command ?? readValue(given, 'mode'));
    // Variables of a job may say what it installs: a build installs nothing.
    const inputs = (name) => (mode === 'build' ? [] : readList(given, name).map(path => expandHome(path, facts)));
    return {
        mode,
        workingDirectory,
        requirements: inputs('requirements'),
        packages: inputs('packages'),
        constraints: readList(given, 'constraint').map(path => expandHome(path, facts)),
        extras: readList(given, 'extra'),
        allExtras: readFlag(given, 'all-extras'),
        groups: readList(given, 'group'),
        noGroups: readList(given, 'no-group'),
        noDev: readFlag(given, 'no-dev'),
        noInstallProject: readFlag(given, 'no-install-project'),
        noDeps: readFlag(given, 'no-deps'),
        upgrade: readFlag(given, 'upgrade'),
        python: expandHome(readValue(given, 'python-version'), facts),
        environment: environmentOf(given, path => absolute(workingDirectory, path, facts)),
        breakSystemPackages: readFlag(given, 'break-system-packages'),
        editables: readList(given, 'editable').map(path => expandHome(path, facts)),
        exact: facts.command === 'sync',
        reinstall: readFlag(given, 'reinstall'),
        onConflict: readValue(given, 'on-conflict') === 'error' ? 'error' : 'warn',
        ...bytecodeSettings(given, path => absolute(workingDirectory, path, facts)),
        linkMode: linkModeOf(given),
        index: readIndexSettings(given, { env: facts.env, workingDirectory }),
        cache: readCacheSettings(given, facts),
        store: store === '' ? '' : absolute(workingDirectory, store, facts),
        storeMaxBytes,
        storeIsTemporary: storeMaxBytes === 0 || facts.env.RUNNER_ENVIRONMENT === 'github-hosted',
        readyEnvironments: readySetting(given, facts),
        build: buildSettings(given, workingDirectory, facts),
        provenance: provenanceOf(facts),
    };
}
function buildSettings(given, workingDirectory, facts) {
    const place = (name) => {
        const path = readValue(given, name);
        return path === '' ? '' : absolute(workingDirectory, path, facts);
    };
    return {
        sources: readList(given, 'build').map(text => expandSource(text, facts)),
        isolation: !readFlag(given, 'no-build-isolation'),
        configSettings: readList(given, 'config-settings').map(text => configSetting(text, given)),
        outDirectory: place('out'),
        reportFile: place('report'),
        explain: readFlag(given, 'explain'),
        chain: [],
        omitted: false,
    };
}
/** A path, or `-e` and a path. */
function expandSource(text, facts) {
    const [, option = '', source = ''] = /^((?:-e|--editable)[\s=]\s*)?(.*)$/s.exec(text) ?? [];
    return `${option}${expandHome(source, facts)}`;
}
function configSetting(text, given) {
    if (/^[^=]+=/.test(text))
        return text;
    throw invalidOption(given.get('config-settings')?.spelling ?? '`config-settings`', text, '`KEY=VALUE`');
}
function provenanceOf({ env, event }) {
    return {
        repository: env.GITHUB_REPOSITORY ?? '',
        ref: env.GITHUB_REF ?? '',
        revision: headCommitOf(event) || (env.GITHUB_SHA ?? ''),
        event: env.GITHUB_EVENT_NAME ?? '',
        run: env.GITHUB_RUN_ID ?? '',
    };
}
/** `compile-bytecode` is a flag, or the file that names the modules. */
function bytecodeSettings(given, absolutePath) {
    const word = readValue(given, 'compile-bytecode');
    const isFlag = word === 'true' || word === 'false';
    const modes = ['timestamp', 'checked-hash', 'unchecked-hash'];
    return {
        compileBytecode: word !== 'false',
        modulesFile: isFlag ? '' : absolutePath(word),
        invalidationMode: modes.find(mode => mode === readValue(given, 'invalidation-mode')) ?? 'timestamp',
    };
}
const byteUnits = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };
/** `20GB`, `500 MB`, `1.5g`: powers of 1000. */
function sizeOf(given, name) {
    const text = readValue(given, name);
    const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)b?$/i.exec(text) ?? [];
    if (digits !== undefined)
        return Math.floor(Number(digits) * (byteUnits[unit.toLowerCase()] ?? 1));
    throw invalidOption(given.get(name)?.spelling ?? `\`${name}\``, text, 'a size as `500MB` or `20GB`');
}
/** By itself it keeps one only where a store outlives the job, and its post step has the time: on self-hosted runners. */
function readySetting(given, { env, command }) {
    const word = readValue(given, 'ready-environments');
    if (word !== 'auto')
        return word === 'true' ? 'keep' : 'never';
    return command === undefined && env.RUNNER_ENVIRONMENT === 'self-hosted' ? 'keep' : 'use';
}
function readCacheSettings(given, { env, event }) {
    const ref = env.GITHUB_REF ?? '';
    const defaultBranch = defaultBranchOf(event) ?? '';
    const access = cacheAccess(enableCacheOf(given), env, event);
    const off = ['restore-cache', 'save-cache'].filter(name => !readFlag(given, name));
    return {
        backend: readValue(given, 'cache-backend'),
        restore: access.read && !off.includes('restore-cache'),
        save: access.write && !off.includes('save-cache'),
        suffix: readValue(given, 'cache-suffix'),
        // GITHUB_SHA of a pull request names a merge commit that no later run has.
        revision: readValue(given, 'cache-revision') || headCommitOf(event) || (env.GITHUB_SHA ?? ''),
        ref,
        readableRefs: [env.GITHUB_BASE_REF ?? '', defaultBranch].filter(isFilled).map(refOfBranch),
        mayRepack: ref === '' || defaultBranch === '' || ref === refOfBranch(defaultBranch),
        reason: off.length === 0 ? access.reason : `${access.reason}; \`false\`: ${off.join(', ')}`,
    };
}
function isFilled(text) {
    return text !== '';
}
function refOfBranch(branch) {
    return `refs/heads/${branch}`;
}
function enableCacheOf(given) {
    return ['true', 'false'].find(word => word === readValue(given, 'enable-cache')) ?? 'auto';
}
/** Where to install: at most one of the options may name a place. */
function environmentOf(given, absolutePath) {
    const target = readValue(given, 'target');
    const system = readFlag(given, 'system') ? given.get('system')?.spelling : undefined;
    const places = [given.get('venv-path')?.spelling, given.get('target')?.spelling, system].filter(place => place !== undefined);
    if (places.length > 1) {
        throw (0,errors/* usageError */.Wp)('OPTIONS_NOT_COMBINABLE', `${places.join(' and ')} name two places to install into`, 'Leave out all but one');
    }
    if (system !== undefined)
        return { kind: 'system' };
    if (target !== '')
        return { kind: 'target', path: absolutePath(target) };
    return { kind: 'venv', path: absolutePath(readValue(given, 'venv-path')) };
}
function modeOf(word) {
    return ['restore', 'warm', 'save', 'build'].find(mode => mode === word) ?? 'install';
}
function linkModeOf(given) {
    const modes = ['hardlink', 'clone', 'copy', 'symlink', 'image'];
    return modes.find(mode => mode === readValue(given, 'link-mode')) ?? 'auto';
}
function absolute(base, path, facts) {
    return (0,external_node_path_.resolve)(base, expandHome(path, facts));
}
/** Inputs and variables pass no shell that would expand `~/`. */
function expandHome(path, { homeDirectory }) {
    return path === '~' || path.startsWith('~/') ? (0,external_node_path_.join)(homeDirectory, path.slice(1)) : path;
}

;// CONCATENATED MODULE: ./lib/action/inputs.js


/** What was given by inputs, and below them by `WHEELCREW_*` variables. Throws the usage errors of options. */
function readInputs(env) {
    return mergeGiven(givenByInputs(env), givenByVariables(env));
}
/** The settings of the step. Throws the usage error OPTION_INVALID. */
function interpretInputs(given, facts) {
    return { settings: makeSettings(given, facts), activateEnvironment: readFlag(given, 'activate-environment') };
}
/** When the step writes a job summary; read apart, since a failure to read the other inputs has one too. */
function readJobSummary(given) {
    return ['on-failure', 'never'].find(word => word === readValue(given, 'job-summary')) ?? 'always';
}

;// CONCATENATED MODULE: ./lib/action/outputs.js
const outputNames = (/* unused pure expression or super */ null && ([
    'cache-hit',
    'cache-primary-key',
    'cache-matched-key',
    'python-version',
    'python-path',
    'venv',
    'report',
    'time-to-ready',
]));
/** The outputs of a run whose report.json lies at `reportPath`; `time-to-ready` is in seconds. */
function outputsOf(report, reportPath) {
    return {
        'cache-hit': String(isCacheHit(report)),
        'cache-primary-key': report.cache.primaryKey ?? '',
        'cache-matched-key': report.cache.matchedKey ?? '',
        'python-version': report.python.version,
        'python-path': report.python.path,
        venv: report.environment.kind === 'venv' ? report.environment.path : '',
        report: reportPath,
        'time-to-ready': (report.timeToReadyMs / 1000).toFixed(3),
    };
}
/** True when every wheel, build and bytecode set was restored or reused, whichever revision supplied it. */
function isCacheHit({ wheels, missing, stages, built = [] }) {
    if (built.some(({ how }) => how === 'built'))
        return false;
    const reused = wheels.every(({ source }) => source !== 'index' && source !== 'local');
    return reused && missing.length === 0 && !stages.some(({ stage, files }) => stage === 'compile' && files !== 0);
}

;// CONCATENATED MODULE: ./lib/action/save-state.js
const stateName = 'save';
/** Hands the state to the runner, which keeps it from the other steps. */
function leaveState(state, commands) {
    commands.saveState(stateName, JSON.stringify(state));
}
/** Undefined where the main step left nothing to save. */
function findState(commands) {
    const text = commands.getState(stateName);
    return text === '' ? undefined : JSON.parse(text);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/action/sealed.js
/**
 * The sealed request to save, as it lies for the post step. It is a file, since the runner hands a state over as one variable,
 * which a system limits to 128 KiB or less; its digest is where no later step can change it.
 */






/** Puts a request into a new directory of its own. Throws Node's system errors. */
async function sealRequest(request, temporaryDirectory) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporaryDirectory, 'wheelcrew-save-'));
    await (0,promises_.writeFile)(requestPath(directory), request, { mode: 0o600 });
    return { directory, digest: digestOf(request) };
}
/** The request, where its file is still the one that was sealed. */
async function openSealed({ directory, digest }) {
    const path = requestPath(directory);
    const trouble = (what) => ({ request: undefined, trouble: `\`${path}\` ${what}` });
    try {
        const request = await readFile(path, 'utf8');
        return digestOf(request) === digest ? { request } : trouble('changed after it was sealed');
    }
    catch (error) {
        if (errnoOf(error) === undefined)
            throw error;
        return trouble(hasErrno(error, 'ENOENT', 'ENOTDIR') ? 'was removed' : `cannot be read: ${messageOf(error)}`);
    }
}
/** Carries out a request and returns the bytes that were saved. Whatever goes wrong is a warning. */
async function saveRequest(request, services) {
    try {
        return await runSave(request, services);
    }
    catch (error) {
        services.host.log.warn(`the cache was not saved: ${describeFailure(error).message}`);
        return 0;
    }
}
/** Where the request lies. */
function requestPath(directory) {
    return (0,external_node_path_.join)(directory, 'request.json');
}
function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./lib/action/secrets.js
/** The passwords in the addresses of indexes, packages and sources, as written and decoded, and user names that stand alone: tokens. */
function credentialsOf({ index, packages, build, }) {
    const addresses = [index.indexUrl, ...index.extraIndexUrls, ...index.findLinks, ...packages, ...build.sources];
    const secrets = addresses.flatMap(secretsIn);
    return [...new Set(secrets.filter(secret => secret !== ''))];
}
function secretsIn(address) {
    const start = address.indexOf('://');
    if (start === -1)
        return [];
    const authority = address.slice(start + 3).split(/[/?#]/, 1)[0] ?? '';
    const at = authority.lastIndexOf('@');
    if (at === -1)
        return [];
    const userinfo = authority.slice(0, at);
    const colon = userinfo.indexOf(':');
    // `ssh://git@host`: the user is part of the address, and its name may stand anywhere in a log.
    if (colon === -1 && /\bssh$/i.test(address.slice(0, start)))
        return [];
    const secret = colon === -1 ? userinfo : userinfo.slice(colon + 1);
    return [secret, decodePercent(secret)];
}
function decodePercent(text) {
    try {
        return decodeURIComponent(text);
    }
    catch (error) {
        if (error instanceof URIError)
            return text;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/pipeline/upkeep.js + 3 modules
var pipeline_upkeep = __webpack_require__(9954);
;// CONCATENATED MODULE: ./lib/action/upkeep-state.js
/** The lease on the store that a job has: opened by the main step, ended by the post step. */



const upkeep_state_stateName = 'upkeep';
/** Leases what the environment is linked to. That it cannot be is a warning. */
async function beginUpkeep(sealed, { commands, log, jobProcess }) {
    const upkeep = JSON.parse(sealed);
    const lease = upkeep.entries.length === 0 ? undefined : await leaseFor(upkeep, jobProcess, log);
    const { entries: _, ...rest } = upkeep;
    const state = { ...rest, lease };
    commands.saveState(upkeep_state_stateName, JSON.stringify(state));
}
async function leaseFor(upkeep, jobProcess, log) {
    try {
        return await (0,pipeline_upkeep/* openLease */.HX)(upkeep, jobProcess);
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        log.warn(`edits of this job to files of the store will not be noticed: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** Ends the lease and trims the store. Whatever goes wrong is a warning. */
async function endUpkeep(commands, host) {
    const text = commands.getState(upkeep_state_stateName);
    if (text === '')
        return;
    const trimmed = await endJob(JSON.parse(text), host);
    if (trimmed === undefined || trimmed.removed.length === 0)
        return;
    const freed = trimmed.removed.reduce((sum, { bytes }) => sum + bytes, 0);
    host.log.info(`store: removed ${countOf(trimmed.removed.length, 'item')}, ${formatBytes(freed)}`);
}

;// CONCATENATED MODULE: ./lib/action/install-step.js
/** The main step: installs, then tells the runner and the later steps. */

















/** Runs the main step and returns its exit code; a failure is one annotation. Never rejects for a failed installation. */
async function runInstallStep(services) {
    let summary = 'always';
    try {
        const given = readInputs(services.host.env);
        summary = readJobSummary(given);
        const inputs = interpretInputs(given, { ...services.host, event: readEvent(services.host.env) });
        for (const secret of credentialsOf(inputs.settings))
            services.commands.setSecret(secret);
        const host = { ...services.host, onSecret: (secret) => services.commands.setSecret(secret) };
        const report = await runInstall({ ...services, ...inputs, host, save: 'later' }, services.pipeline, services.console);
        if (report.upkeep !== undefined)
            await beginUpkeep(report.upkeep, { ...services, log: services.console.log });
        await tellRunner(report, inputs, services);
        if (summary === 'always')
            await writeSummary(renderSummary(report), services.host);
        if (report.save !== undefined)
            await beginSaving(report.save, services);
        return errors/* exitCodes */.hS.ok;
    }
    catch (error) {
        const failure = failure_describeFailure(services.signal.aborted ? services.signal.reason : error);
        if (summary !== 'never')
            await writeSummary(renderFailureSummary(failure), services.host);
        services.commands.setFailed(renderFailure(failure));
        return failure.exitCode;
    }
}
async function tellRunner(report, inputs, services) {
    const { commands, console, host, temporaryDirectory } = services;
    const path = (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporaryDirectory, 'wheelcrew-')), 'report.json');
    await writeOutput(path, formatReport(report));
    console.log.info(renderText({ ...report, warnings: [] }).trimEnd());
    for (const [name, value] of Object.entries(outputsOf(report, path)))
        commands.setOutput(name, value);
    const { kind, path: environment } = report.environment;
    if (inputs.activateEnvironment && kind === 'venv')
        activateEnvironment(environment, host.platform.os, commands);
    annotateWarnings(report.warnings, commands);
}
/** From here on the cache is saved beside the next steps. That it cannot be is a warning. */
async function beginSaving(request, services) {
    const { commands, console, host, temporaryDirectory, uploaderPath } = services;
    try {
        const sealed = await sealRequest(request, temporaryDirectory);
        const { startUploader } = await __webpack_require__.e(/* import() */ 478).then(__webpack_require__.bind(__webpack_require__, 2478));
        const pid = await startUploader({ directory: sealed.directory, request }, { uploaderPath, env: host.env });
        leaveState({ ...sealed, pid }, commands);
        console.log.info(`cache: ${pid === undefined ? 'saved after the last step' : 'saving while the next steps run'}`);
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        console.log.warn(`the cache will not be saved: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** One annotation at most: a run may have hundreds of warnings, and the log and the summary have them all. */
function annotateWarnings([first, ...others], commands) {
    if (first === undefined)
        return;
    commands.warning(others.length === 0 ? first : `${first} (and ${others.length} more, see the job summary)`);
}
/** Appends to the summary of the step; a runner without one gets none. */
async function writeSummary(text, { env }) {
    const path = env.GITHUB_STEP_SUMMARY ?? '';
    if (path !== '')
        await (0,promises_.appendFile)(path, `${text}\n`);
}
function renderFailureSummary(failure) {
    const text = renderFailure(failure).replace(/^ {0,3}(`{3,}|~{3,})/gm, '    $1');
    return ['### Python environment: failed', '', '```text', text, '```', ''].join('\n');
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./lib/report/progress.js


/** The state before anything happened. */
const noProgress = new Map();
/** The state after an event. */
function advanceProgress(state, event) {
    switch (event.kind) {
        case 'begin':
            return change(state, event.stage, old => countPiece(old, event.wheel, 1));
        case 'end':
            return change(state, event.span.stage, old => addSpan(old, event.span));
        case 'expect':
            return change(state, event.stage, () => ({ expectedWheels: event.wheels, expectedBytes: event.bytes }));
        case 'advance':
            return change(state, event.stage, old => ({ advancedBytes: old.advancedBytes + event.bytes }));
        case 'decide':
        case 'warn':
            return state;
    }
}
/** One line of at most `columns` characters for each stage that is at work, in their order. */
function renderProgress(state, columns) {
    return report_timeline/* stages */._$.flatMap(stage => {
        const progress = state.get(stage);
        if (progress === undefined || progress.running === 0)
            return [];
        return [progress_renderStage(progress).slice(0, Math.max(columns, 0))];
    });
}
/**
 * True when nothing of the stage is going on or expected.
 * A stage by wheels that announced no number is never known to be complete before the run ends.
 */
function isComplete(progress) {
    const { running, ended, wheels, expectedWheels } = progress;
    if (running > 0 || ended === 0)
        return false;
    return expectedWheels === undefined ? wheels.size === 0 : doneWheels(progress) >= expectedWheels;
}
/** What a stage did up to its last piece, and when that ended, as a line of a log: `3.3 s unpack: 21 wheels, 286 MB`. */
function renderStageEnd(progress) {
    const parts = [
        progress.wheels.size > 0 ? (0,units/* countOf */.pq)(doneWheels(progress), 'wheel') : '',
        progress.files > 0 ? (0,units/* countOf */.pq)(progress.files, 'file') : '',
        bytesOf(progress) > 0 ? (0,units/* formatBytes */.z3)(bytesOf(progress)) : '',
    ].filter(part => part !== '');
    const time = (0,units/* formatDuration */.a3)(progress.endMs).padStart(8);
    return parts.length === 0 ? `${time} ${progress.stage}` : `${time} ${progress.stage}: ${parts.join(', ')}`;
}
function change(state, stage, update) {
    const old = state.get(stage) ?? idle(stage);
    return new Map(state).set(stage, { ...old, ...update(old) });
}
function idle(stage) {
    return {
        stage,
        running: 0,
        ended: 0,
        wheels: new Map(),
        expectedWheels: undefined,
        expectedBytes: undefined,
        endedBytes: 0,
        advancedBytes: 0,
        files: 0,
        endMs: 0,
    };
}
function countPiece(old, wheel, change) {
    const running = old.running + change;
    if (wheel === undefined)
        return { running };
    return { running, wheels: new Map(old.wheels).set(wheel, (old.wheels.get(wheel) ?? 0) + change) };
}
function addSpan(old, span) {
    return {
        ...countPiece(old, span.wheel, -1),
        ended: old.ended + 1,
        endedBytes: old.endedBytes + (span.bytes ?? 0),
        files: old.files + (span.files ?? 0),
        endMs: Math.max(old.endMs, span.endMs),
    };
}
function progress_renderStage(progress) {
    const share = shareOf(progress);
    const bytes = bytesOf(progress);
    const parts = [
        progress.stage.padEnd(8),
        share === undefined ? '' : drawGauge(share),
        renderWheels(progress),
        bytes === 0 ? '' : (0,units/* formatBytes */.z3)(bytes),
    ];
    return parts.filter(part => part !== '').join(' ');
}
function renderWheels(progress) {
    const { wheels, expectedWheels } = progress;
    if (expectedWheels !== undefined)
        return `${(0,units/* formatCount */.B4)(doneWheels(progress))}/${(0,units/* countOf */.pq)(expectedWheels, 'wheel')}`;
    return wheels.size > 0 ? (0,units/* countOf */.pq)(doneWheels(progress), 'wheel') : '';
}
/** Wheels that were begun and have nothing going on. */
function doneWheels({ wheels }) {
    return [...wheels.values()].filter(running => running === 0).length;
}
function bytesOf({ endedBytes, advancedBytes }) {
    return Math.max(endedBytes, advancedBytes);
}
/** How much of the expected work is done, 0 to 1: by bytes where they are known, else by wheels. */
function shareOf(progress) {
    const { expectedBytes, expectedWheels } = progress;
    if (expectedBytes !== undefined && expectedBytes > 0)
        return Math.min(bytesOf(progress) / expectedBytes, 1);
    if (expectedWheels !== undefined && expectedWheels > 0)
        return Math.min(doneWheels(progress) / expectedWheels, 1);
    return undefined;
}
const gaugeWidth = 24;
function drawGauge(share) {
    const full = Math.round(share * gaugeWidth);
    return `[${'#'.repeat(full)}${'-'.repeat(gaugeWidth - full)}]`;
}

;// CONCATENATED MODULE: ./lib/edge/console.js


/** A console that hides the credentials of URLs in all that it prints. */
function createConsole(options) {
    const display = options.columns === undefined || options.quiet ? undefined : createDisplay(options);
    const print = (text) => {
        display?.clear();
        options.write(`${(0,redact/* redact */.E$)(text)}\n`);
    };
    const warn = (message) => print(`${paint('warning:', 'yellow', options.color)} ${message}`);
    return {
        print,
        log: {
            info: message => {
                if (!options.quiet)
                    print(message);
            },
            warn,
            debug: message => {
                if (options.verbose)
                    print(message);
            },
        },
        watch(timeline) {
            const printStage = options.quiet || display !== undefined ? () => undefined : stageLines(print);
            timeline.subscribe(event => {
                if (event.kind === 'warn')
                    warn(event.wheel === undefined ? event.message : `${event.wheel}: ${event.message}`);
                display?.update(event);
                printStage(event);
            });
        },
        close: () => display?.close(),
    };
}
/** Text in a colour, or as it is. */
function paint(text, color, enabled) {
    const codes = { red: 31, yellow: 33, cyan: 36 };
    return enabled ? `\u001b[${codes[color]}m${text}\u001b[39m` : text;
}
/** Prints a line when a stage is complete: once for a stage by wheels, whenever it pauses for another. */
function stageLines(print) {
    let state = noProgress;
    const printed = new Set();
    return event => {
        state = advanceProgress(state, event);
        const progress = event.kind === 'end' ? state.get(event.span.stage) : undefined;
        if (progress === undefined || !isComplete(progress) || printed.has(progress.stage))
            return;
        if (progress.wheels.size > 0)
            printed.add(progress.stage);
        print(renderStageEnd(progress));
    };
}
const redrawMs = 80;
/** Of a terminal that does not tell its width. */
const usualColumns = 80;
/** The live display: redrawn at most every `redrawMs`, its lines erased before anything else is written. */
function createDisplay({ write, columns }) {
    let state = noProgress;
    let shown = 0;
    let timer;
    const clear = () => {
        if (shown > 0)
            write(`\u001b[${shown}A\u001b[0J`);
        shown = 0;
    };
    const draw = () => {
        timer = undefined;
        const lines = renderProgress(state, (columns?.() || usualColumns) - 1);
        clear();
        if (lines.length > 0)
            write(`${lines.join('\n')}\n`);
        shown = lines.length;
    };
    return {
        clear,
        update(event) {
            state = advanceProgress(state, event);
            timer ??= setTimeout(draw, redrawMs).unref();
        },
        close() {
            clearTimeout(timer);
            timer = undefined;
            state = noProgress;
            clear();
        },
    };
}

;// CONCATENATED MODULE: ./lib/edge/host.js
/** The machine that this process runs on, as the rest of the product sees it. */


/** Takes a snapshot of the process. Throws UserError PLATFORM_UNSUPPORTED on any but Linux, macOS and Windows. */
function host_makeHost(layout, log) {
    return {
        platform: { os: operatingSystem(), arch: process.arch },
        env: { ...process.env },
        homeDirectory: (0,external_node_os_.homedir)(),
        workingDirectory: process.cwd(),
        log,
        parallelism: (0,external_node_os_.availableParallelism)(),
        umask: process.umask(),
        workerPath: layout.workerPath,
        helpersDirectory: layout.helpersDirectory,
    };
}
function operatingSystem() {
    const found = ['linux', 'darwin', 'win32'].find(os => os === process.platform);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo('PLATFORM_UNSUPPORTED', `Wheelcrew runs on Linux, macOS and Windows, not on ${process.platform}`);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/edge/layout.js
/** Where the parts of the product lie beside one another. */



/**
 * Finds the worker and the Python helpers from the URL of an entry, `<root>/<room>/<file>.js`: in the bundles of `dist/`
 * or, where there are none, in the modules of `lib/`. The paths are joined by hand: a bundler follows `new URL`.
 */
function layout_layoutOf(entryUrl) {
    const root = (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(entryUrl)));
    const bundled = (0,external_node_path_.join)(root, 'worker', 'index.js');
    return {
        workerPath: (0,external_node_fs_.existsSync)(bundled) ? bundled : (0,external_node_path_.join)(root, 'workers', 'worker.js'),
        helpersDirectory: (0,external_node_path_.join)(root, 'helpers'),
    };
}
/** The module of the post step, from the URL of an entry: bundled or not, as above. */
function postEntryOf(entryUrl) {
    const root = (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(entryUrl)));
    const bundled = (0,external_node_path_.join)(root, 'post', 'index.js');
    return (0,external_node_fs_.existsSync)(bundled) ? bundled : (0,external_node_path_.join)(root, 'action', 'post.js');
}

;// CONCATENATED MODULE: ./lib/action/commands.js
/** What a step can tell its runner, and how our lines are kept from being read as such. */
/**
 * Text that the runner cannot take for commands, whatever it quotes: it looks for `::name::` at the start of a line, after
 * white space of any kind, and for `##[name]` anywhere.
 */
function withoutCommands(text) {
    return text.replace(/^([\s\u0085]*)::/gm, '$1| ::').replaceAll('##[', '## [');
}

;// CONCATENATED MODULE: ./lib/action/runner.js
/**
 * The commands of the runner: its files where it names them, its log for the rest. Not by @actions/core, which loads an HTTP
 * client of 1.5 MB into each process of a job. Spec: "Workflow commands for GitHub Actions" in GitHub's documentation.
 */



/**
 * The commands of the runner that started this process; `write` goes to its log as it is. Outside of a runner, where no file
 * is named, values go nowhere. Calls throw Node's system errors when a file cannot be written.
 */
function runnerCommands(env, write) {
    const append = (variable, line) => {
        const path = env[variable] ?? '';
        if (path !== '')
            (0,external_node_fs_.appendFileSync)(path, `${line}${external_node_os_.EOL}`);
    };
    const say = (command, text) => write(`::${command}::${escapeText(text)}${external_node_os_.EOL}`);
    return {
        setOutput: (name, value) => append('GITHUB_OUTPUT', assignment(name, value)),
        saveState: (name, value) => append('GITHUB_STATE', assignment(name, value)),
        getState: name => env[`STATE_${name}`] ?? '',
        addPath: directory => append('GITHUB_PATH', directory),
        exportVariable: (name, value) => append('GITHUB_ENV', assignment(name, value)),
        setSecret: secret => say('add-mask', secret),
        warning: message => say('warning', message),
        setFailed: message => say('error', message),
    };
}
/** Between lines that nobody can foresee, so that no value ends early and goes on as another assignment. */
function assignment(name, value) {
    const delimiter = `wheelcrew-${(0,external_node_crypto_.randomUUID)()}`;
    return [`${name}<<${delimiter}`, value, delimiter].join(external_node_os_.EOL);
}
function escapeText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

;// CONCATENATED MODULE: ./lib/action/process.js
/** The processes of the action: the steps, whose output is the log of the job, and the uploader. */











/** Opens the log and takes a snapshot of the process; `entryUrl` is the URL of the step's module. */
function openStep(entryUrl) {
    const write = (text) => void process.stdout.write(withoutCommands(text));
    const console = openLog(write, isQuiet());
    return {
        commands: runnerCommands(process.env, text => void process.stdout.write(text)),
        console,
        host: host_makeHost(layout_layoutOf(entryUrl), console.log),
        temporaryDirectory: process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(),
        uploaderPath: postEntryOf(entryUrl),
        jobProcess: process.ppid,
    };
}
/** Takes over what the main step hands to the uploader's standard input. Throws SyntaxError when that broke off. */
async function openUploader(entryUrl) {
    const { variables, ...task } = JSON.parse(await text(process.stdin));
    adoptVariables(variables);
    enter(task.directory);
    let printed = '';
    const write = (text) => {
        printed += text;
    };
    const console = openLog(write, process.env.RUNNER_DEBUG !== '1');
    const host = { ...makeHost(layoutOf(entryUrl), console.log), env: variables };
    return { task, console, host, printed: () => printed };
}
/** `@actions/cache` takes the working directory for the workspace; nothing else needs it. */
function enter(directory) {
    try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        process.chdir(directory);
    }
    catch (error) {
        if (errnoOf(error) === undefined)
            throw error;
    }
}
/**
 * Lets this process read the variables as its own, since `@actions/cache` takes them from there. They are no part of what a
 * child process gets: `tar`, which it starts, is to have no credentials.
 */
function adoptVariables(variables) {
    const get = (own, name) => typeof name === 'string' ? (own[name] ?? variables[name]) : Reflect.get(own, name);
    process.env = new Proxy(process.env, { get });
}
function openLog(write, quiet) {
    return createConsole({ write, columns: undefined, color: false, quiet, verbose: process.env.RUNNER_DEBUG === '1' });
}
/** Before the inputs are checked: a wrong one is reported by the step itself. */
function isQuiet() {
    try {
        return readFlag(readInputs(process.env), 'quiet');
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/action/main-process.js
/** The main step in its process. */





/** Runs the main step; `entryUrl` is the URL of the module that was started. */
async function runMain(entryUrl) {
    const { signal } = listenForInterrupt();
    endProcess(await runInstallStep({ ...openStep(entryUrl), pipeline: lazyPipeline, signal }));
}


/***/ }),

/***/ 6438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CacheTrouble),
/* harmony export */   S: () => (/* binding */ asTrouble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The contract of a remote cache: opaque files under immutable keys. One test suite serves every backend. */

/** Cache trouble costs a warning and a miss, never the job. */
class CacheTrouble extends Error {
    name = 'CacheTrouble';
}
/** Runs one call of a backend: an error of the file system is CacheTrouble, anything else unexpected is a bug and passes. */
async function asTrouble(backend, work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        throw new CacheTrouble(`cache \`${backend}\`: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 8893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ grantedAccess),
/* harmony export */   YV: () => (/* binding */ githubOffer),
/* harmony export */   Yu: () => (/* binding */ isWanted),
/* harmony export */   Zf: () => (/* binding */ askedKeys),
/* harmony export */   sM: () => (/* binding */ assertKey),
/* harmony export */   vK: () => (/* binding */ assertMayWrite)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6438);

/** Undefined where the service is not offered: only steps that `uses:` an action are given its token. */
function githubOffer(env) {
    const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: address } = env;
    if (!token)
        return undefined;
    if (!env.ACTIONS_CACHE_SERVICE_V2) {
        return env.ACTIONS_CACHE_URL ? { by: 'toolkit', reason: 'version 2 of the service is not offered' } : undefined;
    }
    if (isEnterpriseServer(env.GITHUB_SERVER_URL)) {
        const reason = `\`${env.GITHUB_SERVER_URL}\` is GitHub Enterprise Server`;
        return env.ACTIONS_CACHE_URL ? { by: 'toolkit', reason } : undefined;
    }
    if (!address || !URL.canParse(address))
        return undefined;
    return { by: 'calls', address, token };
}
/** As `@actions/cache` tells it: any host but GitHub's own has version 1 only. */
function isEnterpriseServer(server) {
    if (!server || !URL.canParse(server))
        return false;
    const host = new URL(server).hostname.toLowerCase();
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
/**
 * What a cache mode of the runner (`ACTIONS_CACHE_MODE`: `none`, `read`, `write`, `write-only`) permits; an unset or unknown
 * mode permits all.
 */
function grantedAccess(mode) {
    const granted = (mode ?? '').trim().toLowerCase();
    return {
        read: granted !== 'none' && granted !== 'write-only',
        write: granted !== 'none' && granted !== 'read',
    };
}
/** Throws CacheTrouble where the runner's mode permits no saving. */
function assertMayWrite(mode) {
    if (!grantedAccess(mode).write)
        throw new _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .CacheTrouble */ .E(`the runner's cache mode \`${mode}\` permits no saving`);
}
const longestKey = 512;
const mostKeys = 10;
/** The keys that one look-up may ask for: the key, then as many prefixes as the service takes. Throws CacheTrouble. */
function askedKeys(key, prefixes) {
    const keys = [key, ...prefixes.slice(0, mostKeys - 1)];
    for (const asked of keys)
        assertKey(asked);
    return keys;
}
/** Throws CacheTrouble for a key that the service would refuse. */
function assertKey(key) {
    if (key === '' || key.length > longestKey || key.includes(',')) {
        const what = key.length > longestKey ? `a cache key of ${key.length} characters` : `the cache key \`${key}\``;
        throw new _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .CacheTrouble */ .E(`the GitHub cache service takes 1 to ${longestKey} characters without commas, not ${what}`);
    }
}
/** The service takes the primary key for a prefix too: such a match is nobody's wish. */
function isWanted(matched, [key, ...prefixes]) {
    return matched === key || prefixes.some(prefix => matched.startsWith(prefix));
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nm: () => (/* binding */ hasErrno),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   Wn: () => (/* binding */ integrityError),
/* harmony export */   Wp: () => (/* binding */ usageError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   iU: () => (/* binding */ isUserError),
/* harmony export */   kn: () => (/* binding */ fromWire),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export toWire */
/**
 * The one error type that a reader can act on, and how errors cross a thread.
 *
 * Everything else that escapes is a bug of ours: it is printed with its stack and exits 70.
 */
/** Exit codes of the command line; the action maps all of them to a failed step. */
const exitCodes = { ok: 0, failure: 1, usage: 2, integrity: 3, bug: 70 };
const brand = Symbol.for('wheelcrew.UserError');
/**
 * A failure whose reader can act: a wrong flag, a missing file, an unreachable index, a hash that differs.
 * `code` is stable, SCREAMING_CASE and noun first; docs/errors.md lists every one.
 */
class UserError extends Error {
    code;
    hint;
    exitCode;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.code = code;
        this.hint = options.hint;
        this.exitCode = options.exitCode ?? exitCodes.failure;
        Object.defineProperty(this, brand, { value: true });
    }
}
/** Branded rather than `instanceof`, which fails across realms (jest, worker threads). */
function isUserError(error) {
    return typeof error === 'object' && error !== null && brand in error;
}
/** A wrong flag, input or lock: exit code 2. */
function usageError(code, message, hint) {
    return new UserError(code, message, { hint, exitCode: exitCodes.usage });
}
/** Bytes that are not what the lock or the wheel promised: exit code 3. */
function integrityError(code, message, hint) {
    return new UserError(code, message, { hint, exitCode: exitCodes.integrity });
}
/** True for a Node system error with one of these errno names, for example `ENOENT`. */
function hasErrno(error, ...codes) {
    const code = errnoOf(error);
    return code !== undefined && codes.includes(code);
}
/** The errno name of a Node system error, or undefined. */
function errnoOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** The message of anything thrown. */
function messageOf(error) {
    return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
        ? String(error.message)
        : String(error);
}
function toWire(error) {
    return {
        message: messageOf(error),
        stack: error instanceof Error ? error.stack : undefined,
        errno: errnoOf(error),
        user: isUserError(error) ? { code: error.code, hint: error.hint, exitCode: error.exitCode } : undefined,
    };
}
function fromWire(wire) {
    if (wire.user !== undefined) {
        return new UserError(wire.user.code, wire.message, { hint: wire.user.hint, exitCode: wire.user.exitCode });
    }
    const error = new Error(wire.message);
    if (wire.stack !== undefined)
        error.stack = wire.stack;
    return wire.errno === undefined ? error : Object.assign(error, { code: wire.errno });
}


/***/ }),

/***/ 3150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jX: () => (/* binding */ isRoot),
/* harmony export */   uQ: () => (/* binding */ toolEnvironment),
/* harmony export */   yf: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6318);

/** Mounting takes milliseconds; a command that hangs must not hang the run. */
const timeoutMs = 60_000;
/** True where commands need no sudo. */
function isRoot() {
    return process.getuid?.() === 0;
}
/** Runs a command with the rights of root. Rejects as `runProcess` does, with `ENOENT` where sudo is needed and missing. */
function runAsRoot(command, env, cwd = '/') {
    const [program, ...args] = isRoot() ? command : ['sudo', '-n', ...command];
    return (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)(program, args, { cwd, env: toolEnvironment(env), timeoutMs });
}
/** PATH with the directories of system tools, which users often lack, and messages in English. */
function toolEnvironment(env) {
    return { PATH: `${env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`, LC_ALL: 'C' };
}


/***/ }),

/***/ 621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   YL: () => (/* binding */ mountsBelow)
/* harmony export */ });
/* unused harmony export mountPointsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/** What is mounted, as Linux tells it (proc(5), `/proc/pid/mountinfo`). */

/** Mount points at or below an absolute real path, in the order in which they were mounted. Empty where there is no such table. */
async function mountsBelow(directory) {
    const table = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/self/mountinfo', 'utf8').catch(() => '');
    return mountPointsIn(table).filter(path => path === directory || path.startsWith(`${directory}/`));
}
/** The mount points of a mountinfo table, unescaped. */
function mountPointsIn(table) {
    return table
        .split('\n')
        .filter(line => line !== '')
        .map(line => unescaped(line.split(' ')[4] ?? ''));
}
/** A field of an fstab(5) file: white space of ASCII and backslashes would end it, or begin an escape; other spaces stand as they are. */
function escaped(field) {
    return field.replace(/[ \t\n\r\v\f\\]/g, character => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
/** Bytes that are not ASCII stand as they are. */
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}


/***/ }),

/***/ 7154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ placeBehind),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   aH: () => (/* binding */ ownNamespace),
/* harmony export */   ly: () => (/* binding */ isInUse),
/* harmony export */   uM: () => (/* binding */ linkTo),
/* harmony export */   uN: () => (/* binding */ mountsDirectory),
/* harmony export */   wG: () => (/* binding */ reservePlace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9566);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(621);
/** Where an environment is mounted: `<store>/v1/mounts/<id>`, and who uses it. */





/** A directory without an owner is being made, or was when its process was killed. */
const longestReservingMs = 60_000;
/** Mounts of another container or machine cannot be seen: theirs are kept longer than any job runs. */
const oldestForeignMs = 7 * 24 * 3_600_000;
/** `root` is `<store>/v1`. */
function mountsDirectory(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'mounts');
}
function placeIn(directory) {
    return { directory, upper: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'upper'), merged: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'merged') };
}
/**
 * A new place to mount an environment, owned by this process until `link` (absolute, or empty) points to its mount point:
 * then the link is the owner. `root` is `<store>/v1`.
 */
async function reservePlace(root, link) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(mountsDirectory(root), { recursive: true });
    const place = placeIn((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(mountsDirectory(root)), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(place.directory);
    const owner = { format: 1, process: await (0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .identifyProcess */ .wO)(process.pid), namespace: await ownNamespace(), link };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(ownerFile(place.directory), JSON.stringify(owner));
    await Promise.all([place.upper, place.merged, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place.directory, 'work')].map(path => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path)));
    return place;
}
/** The place of this store (`root` is `<store>/v1`) that a link points to; undefined where it is no such link. */
async function placeBehind(root, link) {
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(link).catch(() => undefined);
    const mounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(mountsDirectory(root)).catch(() => undefined);
    if (target === undefined || mounts === undefined)
        return undefined;
    const place = placeIn((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), target)));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(place.directory) === mounts && place.merged === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), target) ? place : undefined;
}
/** The link that the place was reserved for, if it points there. */
async function linkTo({ directory, merged }) {
    const link = (await readOwner(directory))?.link ?? '';
    if (link === '')
        return undefined;
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(link).catch(() => undefined);
    return target !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), target) === merged ? link : undefined;
}
/**
 * Whether the process that reserved the place is at work, or the environment is mounted and its link points to it.
 * What a killed process, a removed link or a restart of the machine left is not in use.
 */
async function isInUse(directory) {
    const owner = await readOwner(directory);
    if (owner === undefined)
        return (await ageOf(directory)) < longestReservingMs;
    if (!(await (0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnThisMachine */ .lW)(owner.process)) || owner.namespace !== (await ownNamespace())) {
        const age = await ageOf(ownerFile(directory));
        return !(0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isBeforeRestart */ .Lf)(owner.process, age) && age < oldestForeignMs;
    }
    if (await (0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunning */ .W_)(owner.process))
        return true;
    const place = placeIn(directory);
    if ((await linkTo(place)) === undefined)
        return false;
    // What was put there since it was unmounted is someone's environment.
    return (await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(place.merged)).includes(place.merged) || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(place.merged)).length > 0;
}
const ownerFile = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'owner.json');
/** Undefined where it is missing or half written. */
async function readOwner(directory) {
    try {
        const owner = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(ownerFile(directory), 'utf8'));
        return owner.format === 1 ? owner : undefined;
    }
    catch {
        return undefined;
    }
}
/** The mount namespace of this process; empty where the system has none. */
async function ownNamespace() {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/mnt').catch(() => '');
}
async function ageOf(path) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    return facts === undefined ? Number.POSITIVE_INFINITY : Date.now() - facts.mtimeMs;
}


/***/ }),

/***/ 4917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sweepMounts),
/* harmony export */   c: () => (/* binding */ unmountEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _as_root_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3150);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(621);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7154);
/** Takes mounted environments away: one that is done with, or all that nobody uses. */






/**
 * Takes the environment in this directory away, also one that is in use: mounts, layers, and the link that points to it. A
 * directory that is not there, or holds no mount, is no error.
 *
 * Throws UserError IMAGE_BUSY when the system does not let go of a mount: nothing is removed then.
 */
async function unmountEnvironment(directory, env) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory).catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    });
    if (real === undefined)
        return;
    await unmountBelow(real, env);
    const link = await (0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .linkTo */ .uM)((0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .placeIn */ .VV)(real));
    if (link !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(link, { force: true });
    await removeTree(real, env);
}
/** Takes away every environment of the store `<root>` (`<store>/v1`) that nobody uses: see `isInUse`. */
async function sweepMounts(root, env) {
    const mounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .mountsDirectory */ .uN)(root)).catch(() => undefined);
    const names = mounts === undefined ? [] : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(mounts);
    const removed = [];
    const failures = [];
    for (const directory of names.map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mounts ?? '', name))) {
        if (await (0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .isInUse */ .ly)(directory))
            continue;
        try {
            await unmountEnvironment(directory, env);
            removed.push(directory);
        }
        catch (error) {
            failures.push(error instanceof Error ? error : new Error((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)));
        }
    }
    return { removed, failures };
}
/** Latest first. What a process is using is taken out of the tree, and goes when that process does. */
async function unmountBelow(directory, env) {
    const mounted = await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(directory);
    if (mounted.length === 0)
        return;
    const first = await unmount([], mounted.toReversed(), env);
    const busy = await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(directory);
    if (busy.length === 0)
        return;
    const second = await unmount(['-l'], busy.toReversed(), env);
    if ((await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(directory)).length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('IMAGE_BUSY', `\`${directory}\` cannot be unmounted: ${second || first}`, {
        hint: 'end what uses it, and run `wheelcrew gc` as root or with passwordless sudo',
    });
}
async function unmount(flags, paths, env) {
    const result = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_3__/* .runAsRoot */ .yf)(['umount', ...flags, '--', ...paths], env).catch(error => ({
        stderr: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error),
    }));
    return result.stderr.trim();
}
/** Other users may have written into the environment, and the kernel's work directory is root's. */
async function removeTree(directory, env) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EACCES', 'EPERM'))
            throw error;
        const { exitCode, stderr } = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_3__/* .runAsRoot */ .yf)(['rm', '-rf', '--one-file-system', '--', directory], env);
        if (exitCode !== 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('IMAGE_BUSY', `\`${directory}\` cannot be removed: ${stderr.trim()}`);
    }
}


/***/ }),

/***/ 3590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ changeTreeFile),
/* harmony export */   J7: () => (/* binding */ openTreeFile),
/* harmony export */   eV: () => (/* binding */ parseTreeFile),
/* harmony export */   uE: () => (/* binding */ formatTreeFile)
/* harmony export */ });
/* unused harmony export parseDirectories */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/**
 * A tree with facts about it as one file that loads fast: a line of JSON with the facts and the lengths of what follows, the
 * directories as JSON (all that a thread needs that only links), the files as JSON, and the texts of RECORDs, which are the
 * bulk and are never decoded.
 */


/** The bytes of a file that holds a tree and facts, which have to survive JSON. */
function formatTreeFile(tree, facts) {
    const texts = [];
    let length = 0;
    const keep = (text) => {
        const bytes = Buffer.from(text);
        texts.push(bytes);
        length += bytes.length;
        return [length - bytes.length, bytes.length];
    };
    const stored = tree.files.map((file) => file.kind === 'record'
        ? { ...file, parts: file.parts.map(part => (typeof part === 'string' ? keep(part) : part)) }
        : file);
    return join({ facts, directories: Buffer.from(JSON.stringify(tree.directories)), files: stored, texts });
}
function join({ facts, directories, files, texts }) {
    const listed = Buffer.from(JSON.stringify(files));
    const length = texts.reduce((sum, { length: bytes }) => sum + bytes, 0);
    const parts = [directories, listed, ...texts];
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const part of parts)
        digest.update(part);
    const header = {
        facts,
        directories: directories.length,
        files: listed.length,
        texts: length,
        digest: digest.digest('hex'),
    };
    return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts]);
}
/** The bytes of a tree file with other facts, and with each of its files changed; `parsed` is what `parseTreeFile` made of them. */
function changeTreeFile(bytes, parsed, { facts, file }) {
    const [start, length] = parsed.directories;
    const { files, texts } = parsed.tree();
    const directories = bytes.subarray(start, start + length);
    return join({ facts, directories, files: file === undefined ? files : files.map(file), texts: [texts] });
}
/** Reads what `formatTreeFile` made; undefined for anything else. */
function parseTreeFile(bytes) {
    const end = bytes.indexOf('\n');
    return end === -1 ? undefined : parseParts(bytes.subarray(0, end), bytes.length, () => bytes);
}
/**
 * The same of a file, of which only the first line is read before its tree is asked for. Throws system errors, also when the
 * tree is asked for.
 */
function openTreeFile(path) {
    const { line, size } = readFirstLine(path);
    return line && parseParts(line, size, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path));
}
function parseParts(line, size, read) {
    const header = parseJson(line);
    if (!hasLengths(header))
        return undefined;
    const start = line.length + 1;
    if (start + header.directories + header.files + header.texts !== size)
        return undefined;
    let tree;
    return {
        facts: header.facts,
        digest: String(header.digest),
        directories: [start, header.directories],
        tree: () => {
            tree ??= parseTree(read(), header, start);
            return tree;
        },
    };
}
function parseTree(bytes, { directories, files }, start) {
    const afterDirectories = start + directories;
    const afterFiles = afterDirectories + files;
    return {
        directories: parseDirectories(bytes.subarray(start, afterDirectories)),
        files: parseList(bytes.subarray(afterDirectories, afterFiles)),
        texts: bytes.subarray(afterFiles),
    };
}
function hasLengths(header) {
    const lengths = [header?.directories, header?.files, header?.texts];
    return lengths.every(length => Number.isSafeInteger(length) && Number(length) >= 0);
}
const lineStep = 64 << 10;
/** Without its end; undefined where there is none. */
function readFirstLine(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
        const chunks = [];
        for (let at = 0; at < size; at += lineStep) {
            const chunk = Buffer.allocUnsafe(lineStep);
            const read = chunk.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, chunk, 0, lineStep, at));
            const end = read.indexOf('\n');
            chunks.push(end === -1 ? read : read.subarray(0, end));
            if (end !== -1)
                return { line: Buffer.concat(chunks), size };
        }
        return { line: undefined, size };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
    }
}
/** Reads the directories of a tree. Throws SyntaxError for what is none. */
function parseDirectories(bytes) {
    return parseList(bytes);
}
function parseList(bytes) {
    const list = JSON.parse(bytes.toString('utf8'));
    if (!Array.isArray(list))
        throw new SyntaxError('a tree file holds no list');
    return list;
}
function parseJson(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fF: () => (/* binding */ claimBuild)
/* harmony export */ });
/* unused harmony exports claimDirectory, isClaimed */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _python_claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3218);
/* harmony import */ var _python_claim_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2245);
/* harmony import */ var _store_builds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8232);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7208);
/** Who builds on this machine: one process at a time makes a key, or works in a directory of the store. */







/**
 * Claims the builds of a first key for this process. Waits while another process makes one, however long that takes, and takes
 * over from one that is gone; what it made has to be looked for again.
 *
 * Throws UserError STORE_UNWRITABLE, and the reason of the signal.
 */
function claimBuild(store, first, waiting) {
    return claimDirectory(store, (0,_store_builds_js__WEBPACK_IMPORTED_MODULE_5__/* .buildsOfKey */ .gR)(first), waiting);
}
/** Claims a directory, given below the root of the store, in the same way; it is made where it is missing. */
async function claimDirectory(store, path, waiting) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.root, path);
    const claim = await acquire(directory, store, waiting);
    const inUse = new Set([(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, _python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimName */ .cB)]);
    const renewal = setInterval(() => {
        for (const kept of inUse)
            void mark(kept);
    }, renewalMs).unref();
    return {
        keep: async (kept) => {
            inUse.add(kept);
            await mark(kept);
        },
        release: async () => {
            clearInterval(renewal);
            await claim.release();
        },
    };
}
/** True where a process is at work in a directory: one of another machine too, as long as it renews its claim. */
async function isClaimed(directory) {
    const path = join(directory, claimName);
    const found = await readClaimFile(path);
    return found !== undefined && (await isLive(path, found, foreignMs));
}
/** A claim of another machine or container, which cannot be seen, is taken for one that was left behind when it is not renewed. */
const renewalMs = 60_000;
const foreignMs = 5 * renewalMs;
async function acquire(directory, { root }, waiting) {
    try {
        return await (0,_python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimEnvironment */ .Wm)({ kind: 'target', stateDirectory: directory }, { ...waiting, timeoutMs: Number.POSITIVE_INFINITY, foreignMs });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isUserError */ .iU)(error) || error.code !== 'ENVIRONMENT_UNWRITABLE')
            throw error;
        throw (0,_store_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeUnwritable */ .x2)(`cannot build with the store in \`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root)}\``, error.cause ?? error);
    }
}
/** What is not there any more needs no mark. */
async function mark(path) {
    const now = new Date();
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(path, now, now);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}


/***/ }),

/***/ 4093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepForNext: () => (/* binding */ keepForNext)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7208);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6687);
/** What is left in the store for the next run with the same plan, when the job is done: a ready environment, or its images. */



/** Carries out a request; trouble is a warning, since the job is done. Says what was made. */
async function keepForNext(request, host) {
    try {
        if (request.form === 'ready') {
            const { makeReady } = await Promise.all(/* import() */[__webpack_require__.e(61), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 6061));
            return (await makeReady(request, host)) ? 'a ready environment is kept for the next run' : undefined;
        }
        const plan = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .readStoredPlan */ .Td)(request.key, await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .openStore */ .Ch)(request.store));
        if (plan === undefined)
            return undefined;
        const { makeImages } = await Promise.all(/* import() */[__webpack_require__.e(61), __webpack_require__.e(258), __webpack_require__.e(188)]).then(__webpack_require__.bind(__webpack_require__, 1258));
        const reason = await makeImages(request, plan, host);
        return reason === undefined ? 'an image is kept for the next run' : `no image is kept: ${reason}`;
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserError */ .iU)(error) && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        host.log.warn(`nothing is kept for the next run: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 6687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ mayHavePlans),
/* harmony export */   Td: () => (/* binding */ readStoredPlan),
/* harmony export */   dY: () => (/* binding */ bytecodeFacts),
/* harmony export */   kY: () => (/* binding */ statesOf),
/* harmony export */   m3: () => (/* binding */ readPlan),
/* harmony export */   nw: () => (/* binding */ digestsOf),
/* harmony export */   pL: () => (/* binding */ forgetPlan),
/* harmony export */   vH: () => (/* binding */ planKey),
/* harmony export */   vk: () => (/* binding */ keepPlan),
/* harmony export */   yd: () => (/* binding */ keepPlanBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3590);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5078);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3411);
/**
 * What a run put into a new environment, kept in the store by everything that it follows from: the next run with the same
 * lock, interpreter and settings neither reads the lock nor plans nor looks at a wheel.
 */








/** Changes when the file, or what a key stands for, does. */
const format = 1;
/**
 * The key of the plan of a run: of the texts of its inputs as they are, which need not be parsed, and all that decides besides.
 * What the inputs include, and the lock that they were resolved to, is in the facts. Undefined where nothing is stored.
 */
async function planKey({ found, configuration, interpreter }, { settings, host }) {
    const texts = [...found.files, ...found.constraints].map(({ kind, path, text }) => [kind, path, text]);
    if (found.isTransient || settings.editables.length + settings.build.sources.length > 0)
        return undefined;
    if (settings.build.omitted)
        return undefined;
    const { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps, onConflict } = settings;
    const { indexUrl, extraIndexUrls, findLinks, noIndex, requireHashes } = settings.index;
    const facts = {
        ...{ format, version: _version_js__WEBPACK_IMPORTED_MODULE_7__/* .version */ .r, interpreter, os: host.platform.os },
        inputs: [texts, found.packages, configuration.texts, isPlaced(found, settings) ? settings.workingDirectory : ''],
        options: { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps, onConflict },
        index: [[indexUrl, ...extraIndexUrls, '', ...findLinks].map(_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .stripCredentials */ .PH), noIndex, requireHashes],
        bytecode: await bytecodeFacts({ settings, host }),
    };
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}
/** Whether a path in the inputs may begin at the working directory: one too many costs a plan, one too few would be wrong. */
function isPlaced({ files, constraints, packages }, { index }) {
    const mentionsPath = (text) => /\.whl|file:|\s@\s|^\s*[.~/]/im.test(text);
    const requirements = [...files, ...constraints].filter(({ kind }) => kind === 'requirements');
    const isRelative = (link) => !(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(link) && !/^[a-z][a-z0-9+.-]+:/i.test(link);
    return [...requirements.map(({ text }) => text), ...packages].some(mentionsPath) || index.findLinks.some(isRelative);
}
/** What decides which bytecode an environment has, beyond its interpreter. */
async function bytecodeFacts({ settings, host }) {
    const { compileBytecode, invalidationMode, modulesFile } = settings;
    const modules = modulesFile === '' ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(modulesFile, 'utf8').catch(() => '');
    const { PYTHONOPTIMIZE = '', PYTHONPYCACHEPREFIX = '' } = host.env;
    return [compileBytecode, invalidationMode, modules, PYTHONOPTIMIZE, PYTHONPYCACHEPREFIX];
}
/** Whether a store may hold plans: a new one has no place for them yet. */
function mayHavePlans({ root }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'plans'));
}
/** The plan stored under a key; undefined where there is none, or where a local file that it was made from has changed. */
async function readPlan(key, { located }) {
    const plan = await readStoredPlan(key, located.store);
    if (plan === undefined)
        return undefined;
    const { files, texts } = plan.facts;
    const states = files.map(([name]) => stateOf(name));
    const digests = await Promise.all(texts.map(([name]) => digestOf(name)));
    const isUnchanged = files.every(([, size, mtimeMs], index) => states[index]?.[1] === size && states[index]?.[2] === mtimeMs) &&
        texts.every(([, sha256], index) => digests[index] === sha256);
    return isUnchanged ? plan : undefined;
}
/** The digests of small files by their paths, absolute; undefined where one is gone. */
async function digestsOf(paths) {
    const states = await Promise.all(paths.map(async (path) => [path, (await digestOf(path)) ?? '']));
    return states.every(([, sha256]) => sha256 !== '') ? states : undefined;
}
async function digestOf(path) {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path).catch(ignoreSystemError);
    return bytes && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** The plan stored under a key, whatever has become of local files; undefined where there is none. */
async function readStoredPlan(key, store) {
    const path = planPath(key, store);
    const file = openIfThere(path);
    const facts = file?.facts;
    const isPlan = facts?.format === format && [facts.files, facts.texts, facts.entries, facts.wheels].every(Array.isArray);
    return file !== undefined && isPlan ? { key, path, facts, file } : undefined;
}
function openIfThere(path) {
    try {
        return (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .openTreeFile */ .J7)(path);
    }
    catch (error) {
        return ignoreSystemError(error);
    }
}
function ignoreSystemError(error) {
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
        throw error;
}
/** The states of local files; undefined where one is gone. */
function statesOf(paths) {
    const states = paths.map(stateOf);
    const present = states.filter(state => state !== undefined);
    return present.length === states.length ? present : undefined;
}
/** Synchronous: a call costs microseconds, and there is one for each local wheel. */
function stateOf(path) {
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
    return facts && [path, facts.size, facts.mtimeMs];
}
/** Writes a plan, so that several threads, and later runs, can read it. Throws system errors of the store. */
async function keepPlan({ key, tree, facts }, run) {
    const stored = { format, ...facts };
    const bytes = (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .formatTreeFile */ .uE)(tree, stored);
    const file = (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTreeFile */ .eV)(bytes);
    if (file === undefined)
        throw new Error('a tree file cannot be read again');
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(await run.scratchDirectory('plan'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(unfinished, bytes);
    if (key === undefined || run.located.isReadOnly === true)
        return { key: undefined, path: unfinished, facts: stored, file };
    const path = await publishPlan(unfinished, key, run.located.store);
    return { key, path, facts: stored, file };
}
/** Keeps the bytes of a plan that another machine made. Throws system errors of the store. */
async function keepPlanBytes(key, bytes, store) {
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(unfinished, bytes);
    await publishPlan(unfinished, key, store);
}
async function publishPlan(unfinished, key, store) {
    const path = planPath(key, store);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(unfinished, path);
    return path;
}
/** Takes a plan away that cannot be carried out: the store has lost something of it. */
async function forgetPlan({ path }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true });
}
function planPath(key, { root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'plans', key);
}


/***/ }),

/***/ 9954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkAbandonedLeases: () => (/* binding */ checkAbandonedLeases),
  describeChanges: () => (/* binding */ describeChanges),
  HX: () => (/* binding */ openLease)
});

// UNUSED EXPORTS: closeLease, endJob, maintainStore

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/unmount.js
var unmount = __webpack_require__(4917);
// EXTERNAL MODULE: ./lib/python/process-identity.js
var process_identity = __webpack_require__(9566);
// EXTERNAL MODULE: ./lib/store/check.js
var check = __webpack_require__(5733);
// EXTERNAL MODULE: ./lib/store/entry.js
var store_entry = __webpack_require__(6525);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/store/builds.js
var builds = __webpack_require__(8232);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/store/items.js
/** What takes room in the store, and when it was last used. */







const dayMs = 24 * 3_600_000;
/** Where builds are at work: a tree is of use to the build that made it only. */
const workplaces = { trees: dayMs, environments: 14 * dayMs };
/** What can be made again from wheels, inputs and sources, in a moment, and logs; with the age at which it goes. */
const derivedAges = {
    ...{ locks: 14 * dayMs, interpreters: 14 * dayMs, plans: 14 * dayMs, ready: 14 * dayMs, images: 14 * dayMs },
    ...{ logs: 14 * dayMs, ...workplaces },
};
/** Milliseconds without use after which something that can be made again goes. */
function items_ageOf({ path }) {
    return derivedAges[directoryOf(path)] ?? Infinity;
}
/** Whether it is a directory that builds are at work in. */
function items_isWorkplace(path) {
    return directoryOf(path) in workplaces;
}
/** Of the root of the store. */
function directoryOf(path) {
    return path.slice(0, path.indexOf('/'));
}
/** All that can be made again. */
async function items_listDerived(store) {
    const lists = await Promise.all(Object.keys(derivedAges).map(async (directory) => {
        const names = await childrenOf(store, directory);
        return Promise.all(names.map(name => itemOf(store, `${directory}/${name}`)));
    }));
    return lists.flat().filter(item => item !== undefined);
}
/** Reading a file sets its access time, at most once a day on most systems: a directory's says nothing, it was just listed. */
async function itemOf(store, path) {
    const facts = await stat(join(store.root, path)).catch(() => undefined);
    if (facts === undefined)
        return undefined;
    if (!facts.isDirectory())
        return { path, bytes: facts.size, usedAt: Math.max(facts.mtimeMs, facts.atimeMs) };
    const directory = join(store.root, path);
    const bytes = items_isWorkplace(path) ? sizeOfDirectory(directory) : statedSize(beginningOf(join(directory, 'note.json')));
    return { path, bytes, usedAt: facts.mtimeMs };
}
/** Wheels, bytecode and builds. */
async function items_listUsed(store) {
    const items = [];
    for (const path of [...(await listEntries(store)), ...(await listBuildPaths(store))]) {
        const note = join(store.root, path, 'note.json');
        const facts = await stat(note).catch(() => undefined);
        if (facts !== undefined)
            items.push({ path, bytes: statedSize(beginningOf(note)), usedAt: facts.mtimeMs });
    }
    return items;
}
function beginningOf(path) {
    try {
        const descriptor = openSync(path, 'r');
        try {
            const bytes = Buffer.alloc(statedSizeLength);
            return bytes.toString('latin1', 0, readSync(descriptor, bytes));
        }
        finally {
            closeSync(descriptor);
        }
    }
    catch (error) {
        if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return '';
        throw error;
    }
}
/** Bytes of the files that lie in a directory and nowhere else: a link to a file of the store takes no room. Blocks. */
function sizeOfDirectory(directory) {
    let bytes = 0;
    for (const entry of readIfPresent(directory)) {
        const path = join(directory, entry.name);
        // Node's own recursive listing follows symbolic links, round and round.
        if (entry.isDirectory())
            bytes += sizeOfDirectory(path);
        const facts = entry.isFile() ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
        if (facts?.nlink === 1)
            bytes += facts.size;
    }
    return bytes;
}
/** A build that is at work there may take directories away meanwhile. */
function readIfPresent(directory) {
    try {
        return readdirSync(directory, { withFileTypes: true });
    }
    catch (error) {
        if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/store/usage.js
var usage = __webpack_require__(5118);
;// CONCATENATED MODULE: ./lib/store/evict.js
/** Taking things out of the store: what changed, what is too old, and what was used longest ago where room is short. */









/** Takes a path of the store away in one step, then removes it: readers find all of it or nothing. False where it is gone. */
async function evict(store, path) {
    const aside = (0,external_node_path_.join)(store.temporary, (0,external_node_crypto_.randomUUID)());
    if (!(await moveAside((0,external_node_path_.join)(store.root, path), aside)))
        return false;
    await (0,store_store/* discard */.vf)(aside);
    return true;
}
/** Takes entries away whose files changed, and all that links or holds the same files: nobody knows which of it they reached. */
async function evictChanged(store, entries) {
    if (entries.length === 0)
        return;
    for (const entry of entries)
        await evict(store, entry);
    for (const name of await (0,store_entry/* childrenOf */.LU)(store, 'ready'))
        await evict(store, `ready/${name}`);
    const images = (await (0,store_entry/* childrenOf */.LU)(store, 'images')).filter(name => name !== 'probe.json');
    for (const name of images)
        await evict(store, `images/${name}`);
}
async function moveAside(from, to) {
    try {
        await (0,promises_.rename)(from, to);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return false;
        throw error;
    }
}
/**
 * Sweeps what killed runs left, damaged builds, and what was not used for long (only what is cheap to make again), then removes
 * what was used longest ago until the store fits into its budget and its disk has room. What a job uses, or a run used within
 * the hour, stays.
 */
async function evict_trimStore(store, limits) {
    await sweepAbandoned(store, limits.now);
    const damaged = await removeDamagedBuilds(store);
    const derived = await listDerived(store);
    const held = await heldOf(derived, limits);
    const aged = derived.filter(item => limits.now - item.usedAt > ageOf(item) && !held.has(item));
    const removed = [...damaged, ...(await removeAll(store, aged))];
    const left = [...derived.filter(item => !aged.includes(item)), ...(await listUsed(store))];
    const bytes = left.reduce((sum, item) => sum + item.bytes, 0);
    const wanted = Math.max(bytes - limits.maxBytes, await missingSpace(store));
    const free = left.filter(isFree(limits)).filter(item => !held.has(item));
    const { chosen, excess } = chooseOldest(free, wanted);
    const evicted = await removeAll(store, chosen);
    await sweepNames(store);
    return { removed: [...removed, ...evicted], bytes: bytes - sumOf(evicted), excess };
}
/** Nobody can use them. */
async function removeDamagedBuilds(store) {
    const removed = [];
    for (const path of await listBuildPaths(store)) {
        if ((await readBuild(store, path)) !== undefined)
            continue;
        if (await evict(store, path))
            removed.push({ path, bytes: 0 });
    }
    return removed;
}
/** Builds run for hours in their trees and environments, without a mark of use. */
async function heldOf(derived, { isHeld }) {
    const places = derived.filter(({ path }) => isWorkplace(path));
    const held = await Promise.all(places.map(async ({ path }) => (await isHeld?.(path)) ?? false));
    return new Set(places.filter((_, index) => held[index]));
}
/** Of what was used longest ago as much as it takes; `excess`: the bytes that are then still too many. */
function chooseOldest(items, wanted) {
    const chosen = [];
    let excess = wanted;
    for (const item of items.toSorted((a, b) => a.usedAt - b.usedAt)) {
        if (excess <= 0)
            break;
        chosen.push(item);
        excess -= item.bytes;
    }
    return { chosen, excess: Math.max(0, excess) };
}
/** A mark may be older than the last use by its precision. */
const recentMs = 3_600_000 + usage/* markPrecisionMs */.g;
function isFree({ inUse, now }) {
    return ({ path, usedAt }) => !inUse.has(path) && now - usedAt > recentMs;
}
/** A disk with less than this free, in bytes or as a part of it, takes no part in a full store. */
const [leastFreeBytes, leastFreePart] = [1e9, 0.05];
async function missingSpace({ root }) {
    const { bavail, blocks, bsize } = await statfs(root);
    return Math.min(leastFreeBytes, blocks * bsize * leastFreePart) - bavail * bsize;
}
async function removeAll(store, items) {
    const removed = [];
    for (const item of items)
        if (await removeUnused(store, item))
            removed.push({ path: item.path, bytes: item.bytes });
    return removed;
}
/** A run that took the entry since it was listed has marked it: then it is put back. */
async function removeUnused(store, { path, usedAt }) {
    if (!isEntry(path) && !isBuild(path))
        return evict(store, path);
    const aside = join(store.temporary, randomUUID());
    const directory = join(store.root, path);
    if (!(await moveAside(directory, aside)))
        return false;
    const facts = await stat(join(aside, 'note.json')).catch(() => undefined);
    const isWanted = facts !== undefined && facts.mtimeMs > usedAt;
    if (isWanted && (await putBack(aside, directory)))
        return false;
    await discard(aside);
    if (isBuild(path))
        await removeEmpty(dirname(directory));
    return true;
}
/** First keys are many. */
async function removeEmpty(directory) {
    try {
        await rmdir(directory);
    }
    catch (error) {
        if (!hasErrno(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM'))
            throw error;
    }
}
/** False where another run has put the same there in the meantime. */
async function putBack(aside, directory) {
    try {
        await rename(aside, directory);
        return true;
    }
    catch (error) {
        if (hasErrno(error, 'ENOTEMPTY', 'EEXIST', 'EPERM'))
            return false;
        throw error;
    }
}
/** What names.ts keeps of wheels that are gone. */
async function sweepNames(store) {
    const held = new Set(await listEntries(store));
    for (const name of await childrenOf(store, 'names')) {
        for (const sha256 of await childrenOf(store, `names/${name}`)) {
            if (!held.has(wheelEntry(sha256)))
                await rm(join(store.root, 'names', name, sha256), { force: true });
        }
    }
}
function sumOf(items) {
    return items.reduce((sum, { bytes }) => sum + bytes, 0);
}

;// CONCATENATED MODULE: ./lib/store/lease.js
/**
 * Leases: which entries of the store the environment of a job is linked to. A job may write through its links; whoever closes
 * the lease compares. `leases/<uuid>.json`, one file a job, written once.
 */






/** Writes a lease and returns its id. Throws Node's system errors. */
async function writeLease(store, lease) {
    const id = (0,external_node_crypto_.randomUUID)();
    await (0,promises_.mkdir)((0,external_node_path_.join)(store.root, 'leases'), { recursive: true });
    const unfinished = (0,external_node_path_.join)(store.temporary, `lease-${id}`);
    try {
        await (0,promises_.writeFile)(unfinished, JSON.stringify({ format: 1, ...lease }));
        await (0,promises_.rename)(unfinished, leasePath(store, id));
    }
    catch (error) {
        await (0,store_store/* discard */.vf)(unfinished);
        throw error;
    }
    return id;
}
/** All leases that there are: one directory is read where there are none. */
async function readLeases(store) {
    const ids = (await (0,store_entry/* childrenOf */.LU)(store, 'leases')).flatMap(name => /^([\w-]+)\.json$/.exec(name)?.[1] ?? []);
    const leases = await Promise.all(ids.map(id => lease_readLease(store, id)));
    return leases.filter(lease => lease !== undefined);
}
/** Undefined where it was closed. */
async function lease_readLease(store, id) {
    const path = leasePath(store, id);
    try {
        const [text, { mtimeMs }] = await Promise.all([(0,promises_.readFile)(path, 'utf8'), (0,promises_.stat)(path)]);
        return { id, lease: parseLease(text), writtenAt: mtimeMs };
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
async function lease_removeLease(store, id) {
    await (0,promises_.rm)(leasePath(store, id), { force: true });
}
function leasePath(store, id) {
    return (0,external_node_path_.join)(store.root, 'leases', `${id}.json`);
}
function parseLease(text) {
    try {
        const { format, owner, entries } = JSON.parse(text);
        const isOwner = Number.isSafeInteger(owner.pid) && typeof owner.start === 'string' && typeof owner.machine === 'string';
        return format === 1 && isOwner && entries.every(store_entry/* isEntry */.Tk) ? { owner, entries } : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/pipeline/build-claim.js
var build_claim = __webpack_require__(9679);
// EXTERNAL MODULE: ./lib/pipeline/keep.js
var keep = __webpack_require__(4093);
;// CONCATENATED MODULE: ./lib/pipeline/upkeep.js
/** What a job owes the store: a lease on what its environment is linked to, a look at that when it ends, and the trimming. */













/** Leases what an environment is linked to, as long as `pid`, a process of this machine, runs. Returns the id of the lease. */
async function openLease({ store, entries }, pid) {
    // Number 1 outlives every job, and 0 is a process outside of this container: neither says when the job ends.
    const owner = await (0,process_identity/* identifyProcess */.wO)(pid);
    return writeLease(await (0,store_store/* openStore */.Ch)(store), { owner: pid > 1 ? owner : { ...owner, pid: 0 }, entries });
}
/** Ends a lease: what changed under it leaves the store, while the environment keeps its files. */
async function closeLease(store, id) {
    const found = await readLease(store, id);
    if (found === undefined)
        return [];
    const entries = found.lease?.entries ?? (await listEntries(store));
    markUsed(store, entries, Date.now());
    const evicted = await evictIfChanged(store, entries);
    await removeLease(store, id);
    return evicted;
}
/**
 * Before wheels of these digests are taken from the store: what a job that was killed was linked to is compared first, and
 * leaves the store where it changed. Costs one listing of a directory where no job was killed.
 */
async function checkAbandonedLeases(store, wanted) {
    const leases = await unclosed(store);
    if (leases.length === 0)
        return [];
    const isWanted = (entry) => wanted.has((0,store_entry/* wheelOfEntry */.Bb)(entry));
    const left = new Set();
    for (const { lease } of leases)
        for (const entry of lease?.entries ?? (await (0,store_entry/* listEntries */.fi)(store)))
            left.add(entry);
    const evicted = await evictIfChanged(store, [...left].filter(isWanted));
    for (const { id, lease, state } of leases)
        if (state === 'dead')
            await shorten(store, { id, lease }, isWanted);
    return evicted;
}
/** What this run has not looked at stays leased, for the next one to look at. */
async function shorten(store, { id, lease }, isChecked) {
    if (lease === undefined)
        return;
    const entries = lease.entries.filter(entry => !isChecked(entry));
    if (entries.length === lease.entries.length)
        return;
    if (entries.length > 0)
        await writeLease(store, { owner: lease.owner, entries });
    await lease_removeLease(store, id);
}
async function evictIfChanged(store, entries) {
    const found = (0,check/* changedEntries */.bF)(store, entries);
    const changed = found.some(isBytecode) ? [...found, ...(await changedSiblings(store, entries))] : found;
    await evictChanged(store, changed.map(({ entry }) => entry));
    return changed;
}
/** Sets of several versions of a wheel may share files. */
async function changedSiblings(store, entries) {
    const checked = new Set(entries);
    const others = (await (0,store_entry/* listEntries */.fi)(store)).filter(entry => !checked.has(entry));
    return (0,check/* changedEntries */.bF)(store, others).filter(isBytecode);
}
const isBytecode = ({ entry }) => entry.startsWith('bytecode/');
/** A job whose process cannot be seen counts as ended after a day. */
const longestUnknownMs = 24 * 3_600_000;
async function stateOf({ lease, writtenAt }) {
    const ageMs = Date.now() - writtenAt;
    if (lease !== undefined && lease.owner.pid > 0 && (await (0,process_identity/* isOnThisMachine */.lW)(lease.owner))) {
        return (await (0,process_identity/* isRunning */.W_)(lease.owner)) ? 'live' : 'dead';
    }
    if (ageMs > longestUnknownMs || (lease !== undefined && (0,process_identity/* isBeforeRestart */.Lf)(lease.owner, ageMs)))
        return 'dead';
    return 'unknown';
}
async function statedLeases(store) {
    const leases = await readLeases(store);
    return Promise.all(leases.map(async (lease) => ({ ...lease, state: await stateOf(lease) })));
}
async function unclosed(store) {
    return (await statedLeases(store)).filter(({ state }) => state !== 'live');
}
/** Closes the leases of killed jobs, unmounts what nobody uses, and trims the store to its budget. */
async function maintainStore(store, maxBytes, { env, log }) {
    const changed = [];
    const inUse = new Set();
    for (const { id, lease, state } of await statedLeases(store)) {
        if (state === 'dead')
            changed.push(...(await closeLease(store, id)));
        else
            for (const entry of lease?.entries ?? [])
                inUse.add(entry);
    }
    const { removed, failures } = await sweepMounts(store.root, env);
    for (const { message } of failures)
        log.warn(message);
    const isHeld = (path) => isClaimed(join(store.root, path));
    const trimmed = await trimStore(store, { maxBytes, inUse, isHeld, now: Date.now() });
    return { changed, unmounted: removed.length, trimmed };
}
/** At the end of a job: closes its lease and trims the store. Trouble with the store is a warning, the job is done. */
async function endJob({ store: directory, maxBytes, lease, mount, keep }, services) {
    const { log } = services;
    try {
        const store = await openStore(directory);
        if (mount !== undefined)
            await unmountEnvironment(mount, services.env);
        const own = lease === undefined ? [] : await closeLease(store, lease);
        const { changed, trimmed } = await maintainStore(store, maxBytes, services);
        for (const line of describeChanges([...own, ...changed]))
            log.warn(line);
        const kept = keep === undefined || own.length > 0 ? undefined : await keepForNext(keep, services);
        if (kept !== undefined)
            log.info(kept);
        return trimmed;
    }
    catch (error) {
        if (errnoOf(error) === undefined)
            throw error;
        log.warn(`the store was not looked after: ${messageOf(error)}`);
        return undefined;
    }
}
/** A sentence for each entry that changed. */
function describeChanges(changed) {
    return changed.map(({ name, paths }) => {
        const what = paths.length === 0 ? 'its note is damaged' : `${(0,invalid_wheel/* quotedFew */.Z_)(paths, 3)} changed, perhaps through an environment`;
        return `in the store, ${name} is not what was put there (${what}): it is removed, and the next run gets it anew`;
    });
}


/***/ }),

/***/ 4158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ proveIndexAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5078);
/** Addresses of package indexes as users write them. */


/**
 * Returns the address of an index, `https://…` or uv's `name=https://…`, as it was given; `file:` is left to the resolver.
 * Throws the usage error URL_INVALID for any other one, naming `where` it was given.
 */
function proveIndexAddress(address, where) {
    const url = address.replace(/^[\w.-]+=/, '');
    if (URL.canParse(url) && /^(?:https?:\/\/|file:)/i.test(url))
        return address;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('URL_INVALID', `${where}: \`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(address)}\` is not the address of an index, expected \`https://…\` or \`http://…\``, 'An index is the root of a Simple API, such as `https://host/simple`; for a directory of wheels use `--find-links`');
}


/***/ }),

/***/ 6318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess),
/* harmony export */   x: () => (/* binding */ timeoutExitCode)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/** Child processes: an argument vector, never a shell, with everything it said. */

/** As `timeout(1)` says it. */
const timeoutExitCode = 124;
/**
 * Runs a command to its end and collects its output as UTF-8.
 *
 * A failing command is a result, not an error; a command that cannot be started rejects with Node's system error (`ENOENT`, `EACCES`).
 */
async function runProcess(command, args, options) {
    // It brings sockets along, which most runs that start no process do without.
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...options.env },
            stdio: 'pipe',
            windowsHide: true,
        });
        const stdout = collect(child.stdout, options.onStdout);
        const stderr = collect(child.stderr);
        const deadline = killAfter(options.timeoutMs, () => {
            child.kill('SIGKILL');
            // A grandchild may hold the pipes open: stop reading, so that `close` comes.
            child.stdout.destroy();
            child.stderr.destroy();
        });
        child.on('error', error => {
            deadline.cancel();
            reject(error);
        });
        child.on('close', (code, signal) => {
            deadline.cancel();
            const exitCode = deadline.passed() ? timeoutExitCode : (code ?? signalExitCode(signal));
            resolve({ exitCode, stdout: stdout(), stderr: stderr() });
        });
        // A child that ends without reading its input breaks the pipe; its exit status tells why.
        child.stdin.on('error', () => { });
        child.stdin.end(options.input ?? '');
        if (child.pid !== undefined)
            options.onStart?.();
    });
}
function collect(stream, onText) {
    const chunks = [];
    const text = () => Buffer.concat(chunks).toString('utf8');
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        onText?.(text());
    });
    return text;
}
function killAfter(timeoutMs, kill) {
    let passed = false;
    const timer = timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            passed = true;
            kill();
        }, timeoutMs);
    return { cancel: () => clearTimeout(timer), passed: () => passed };
}
function signalExitCode(signal) {
    return 128 + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[signal]);
}


/***/ }),

/***/ 2245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   HB: () => (/* binding */ ownClaim),
/* harmony export */   R0: () => (/* binding */ readClaimFile),
/* harmony export */   i3: () => (/* binding */ writeNewClaim),
/* harmony export */   pm: () => (/* binding */ replaceClaim)
/* harmony export */ });
/* unused harmony export oldestForeignMs */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9566);
/** The file that says which process is at work in a directory, and whether that process still runs. */




/** The id of a claim that does not say whose it is. */
const unreadable = 'unreadable';
/** A claim without its text is being written, or was when its process was killed. */
const longestWritingMs = 10_000;
/** A claim of another machine counts as left behind once it is older. */
const oldestForeignMs = 3_600_000;
/** The claim of this process. */
async function ownClaim() {
    return { ...(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .identifyProcess */ .wO)(process.pid)), kind: 'filled', id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() };
}
/** Undefined where there is no file. One that says nothing readable is of an unknown process. */
async function readClaimFile(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    });
    if (text === undefined)
        return undefined;
    const [pid = '', start = '-', kind, machine = '', id = ''] = text.split(' ');
    // What is not known to be half made is not removed.
    const known = { kind: kind === 'new' ? kind : 'filled', id: /^[\w-]+$/.test(id) ? id : unreadable };
    return { pid: Number(pid), start, machine, ...known };
}
/** False where there is a file. By a link where the file system has them, so that no reader sees it without its text. */
async function writeNewClaim(path, claim) {
    const aside = await writeAside(path, claim);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(aside, path);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            return false;
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'))
            throw error;
        return await writeInPlace(path, claim);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { force: true });
    }
}
/** In one step: there is always a claim, the old or the new one. */
async function replaceClaim(path, claim) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(await writeAside(path, claim), path);
}
/**
 * Whether the process of a claim may still be at work. On this machine the system tells. A process of another machine or
 * container cannot be seen: it is taken to be at work until the claim is `foreignMs` milliseconds old, an hour unless claims are renewed.
 */
async function isLive(path, claim, foreignMs = oldestForeignMs) {
    if (await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnThisMachine */ .lW)(claim))
        return (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunning */ .W_)(claim);
    const written = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    if (written === undefined)
        return false;
    const age = Date.now() - written.mtimeMs;
    if (claim.id === unreadable)
        return age < longestWritingMs;
    return !(0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isBeforeRestart */ .Lf)(claim, age) && age < foreignMs;
}
async function writeAside(path, claim) {
    const aside = `${path}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(aside, textOf(claim));
        return aside;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { force: true });
        throw error;
    }
}
async function writeInPlace(path, claim) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, textOf(claim), { flag: 'wx' });
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            return false;
        throw error;
    }
}
function textOf({ pid, start, kind, machine, id }) {
    return [pid, start, kind, machine, id].join(' ');
}


/***/ }),

/***/ 3218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ claimEnvironment),
/* harmony export */   XH: () => (/* binding */ isLeftClaimed),
/* harmony export */   cB: () => (/* binding */ claimName),
/* harmony export */   lc: () => (/* binding */ waitUntilMade)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _claim_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2245);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5927);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9566);
/** Who is at work on an environment: one process at a time. Others wait, and the claim of a killed one is taken over. */







/** A file in the state directory of an environment. */
const claimName = '.wheelcrew-claim';
/**
 * Claims an environment for this process; its state directory is made where it is missing. Waits while another process
 * holds it, and takes over from one that is gone. A process of another machine or container cannot be seen: its claim
 * holds until it is an hour old.
 *
 * Throws `VENV_BUSY` when the other one is not done in time, `ENVIRONMENT_UNWRITABLE`, and the reason of the signal.
 */
async function claimEnvironment(environment, waiting = {}) {
    const { kind, stateDirectory: directory } = environment;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName);
    try {
        const { held, firstMade } = await acquireIn(directory, makeWait(directory, waiting));
        return {
            directory,
            isUnfinished: held.kind === 'new',
            markUnfinished: () => (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .replaceClaim */ .pm)(path, { ...held, kind: 'new' }),
            release: async () => {
                if ((await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path))?.id === held.id)
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
                if (firstMade !== undefined)
                    await removeEmpty(directory, firstMade);
            },
        };
    }
    catch (error) {
        throw (await isDanglingLink(directory)) ? dangling(directory, error) : (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .cannotWrite */ .zz)(directory, error, kind);
    }
}
/** True where a killed process left its claim. */
async function isLeftClaimed(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName);
    const found = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
    return found !== undefined && !(await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found));
}
/**
 * Waits while another process makes the environment of this directory. True where a killed one left it half made.
 *
 * Throws as `claimEnvironment` does.
 */
async function waitUntilMade(directory, waiting = {}) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName);
    const wait = makeWait(directory, waiting);
    for (;;) {
        const found = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
        if (found?.kind !== 'new')
            return false;
        if (!(await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found)))
            return true;
        await wait(found);
    }
}
async function acquireIn(directory, wait) {
    let firstMade;
    for (;;) {
        firstMade = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true })) ?? firstMade;
        try {
            return { held: await acquire((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName), wait), firstMade };
        }
        catch (error) {
            // Whoever was waited for has removed the directory, or emptied it.
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
                throw error;
        }
    }
}
async function acquire(path, wait) {
    const own = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .ownClaim */ .HB)();
    for (;;) {
        const found = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
        if (found === undefined) {
            if (await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeNewClaim */ .i3)(path, own))
                return own;
        }
        else if (await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found, wait.foreignMs)) {
            await wait(found);
        }
        else {
            const taken = await takeOver(path, { abandoned: found, own, wait });
            if (taken !== undefined)
                return taken;
        }
    }
}
/**
 * Undefined where another process was faster. Only who holds the guard of an abandoned claim may replace it: else one that
 * was found abandoned a moment ago could be someone's by now.
 */
async function takeOver(path, { abandoned, own, wait }) {
    const guard = `${path}-${abandoned.id}`;
    await acquire(guard, wait);
    try {
        if ((await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path))?.id !== abandoned.id)
            return undefined;
        const taken = { ...own, kind: abandoned.kind };
        await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .replaceClaim */ .pm)(path, taken);
        return taken;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(guard, { force: true });
    }
}
const defaultTimeoutMs = 300_000;
const pauses = { firstMs: 50, longestMs: 250, growth: 1.5 };
/** Each call waits a little; the first one past the deadline throws. */
function makeWait(directory, { onWait, timeoutMs = defaultTimeoutMs, signal, foreignMs }) {
    const deadline = performance.now() + timeoutMs;
    let pause = pauses.firstMs;
    let isTold = false;
    const wait = async (holder) => {
        signal?.throwIfAborted();
        const left = deadline - performance.now();
        const owner = !(holder.pid > 0)
            ? 'an unknown process'
            : `process ${holder.pid}${(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .isOnThisMachine */ .lW)(holder)) ? '' : ' of another machine or container'}`;
        if (left <= 0)
            throw busy(directory, owner);
        if (!isTold)
            onWait?.(owner);
        isTold = true;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(Math.min(pause, left), undefined, { signal }).catch(() => signal?.throwIfAborted());
        pause = Math.min(pause * pauses.growth, pauses.longestMs);
    };
    return Object.assign(wait, foreignMs === undefined ? {} : { foreignMs });
}
async function removeEmpty(directory, firstMade) {
    for (let path = directory;; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(path);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
                throw error;
            return;
        }
        if (path === firstMade)
            return;
    }
}
/** A directory is never made through a link to nothing. */
async function isDanglingLink(path) {
    const isLink = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).then(stats => stats.isSymbolicLink(), () => false);
    return isLink && !(await isReachable(path));
}
function isReachable(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, error => !(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'));
}
function dangling(directory, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('ENVIRONMENT_UNWRITABLE', `\`${directory}\` is a symbolic link to nothing`, {
        hint: 'remove it, and the environment is made in its place',
        cause,
    });
}
function busy(directory, owner) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('VENV_BUSY', `${owner} is at work on the environment \`${directory}\` right now`, {
        hint: `wait for it, or use another environment; if no such process is left, remove \`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName)}\``,
    });
}


/***/ }),

/***/ 5927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NU: () => (/* binding */ isWindowsPath),
/* harmony export */   dK: () => (/* binding */ targetEnvironment),
/* harmony export */   f7: () => (/* binding */ systemEnvironment),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   we: () => (/* binding */ pythonOf),
/* harmony export */   z7: () => (/* binding */ venvEnvironment),
/* harmony export */   zz: () => (/* binding */ cannotWrite)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** The places that wheels are installed into: virtual environments, an interpreter itself, a directory. */


/** The directories of a virtual environment of this interpreter; nothing is read or run. */
function venvEnvironment(root, interpreter, platform) {
    const paths = platform.os === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    const { purelib, platlib, headers, scripts, data } = interpreter.venvSchemes;
    const place = (path) => (path === '' ? root : paths.join(root, path));
    // Where an interpreter has `lib64`, a virtual environment's is a symbolic link to `lib`: one spelling for one file.
    const isLinked = platform.os === 'linux' && purelib.startsWith('lib/');
    return {
        kind: 'venv',
        root,
        python: pythonOf(root, platform.os),
        schemes: {
            purelib: place(purelib),
            platlib: place(isLinked ? platlib.replace(/^lib64\//, 'lib/') : platlib),
            headers: place(headers),
            scripts: place(scripts),
            data: place(data),
        },
        stateDirectory: root,
    };
}
/**
 * The directories of the interpreter itself, where pip puts what it installs for every user (`sysconfig`'s preferred
 * scheme). Those of the virtual environment where the interpreter is one's own: it is one place, whichever way it is named.
 */
function systemEnvironment(interpreter, platform) {
    const { executable, prefix, basePrefix, systemSchemes } = interpreter;
    if (prefix !== basePrefix)
        return venvEnvironment(prefix, interpreter, platform);
    return {
        kind: 'system',
        root: prefix,
        python: executable,
        schemes: systemSchemes,
        stateDirectory: systemSchemes.purelib,
    };
}
/** A directory, given as an absolute path, as `pip install --target` and uv fill it: `bin` on Windows too. */
function targetEnvironment(directory, interpreter, platform) {
    const paths = platform.os === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    return {
        kind: 'target',
        root: directory,
        python: interpreter.executable,
        schemes: {
            purelib: directory,
            platlib: directory,
            headers: paths.join(directory, 'include'),
            scripts: paths.join(directory, 'bin'),
            data: directory,
        },
        stateDirectory: directory,
    };
}
/** The UserError ENVIRONMENT_UNWRITABLE for a system error, or what was given where it is none. */
function cannotWrite(path, cause, kind) {
    const errno = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(cause);
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isUserError */ .iU)(cause) || errno === undefined)
        return cause;
    return unwritable(path, errno, { cause, kind });
}
/** The UserError ENVIRONMENT_UNWRITABLE; `kind`: of the environment, where that is known. */
function unwritable(path, errno, { cause, kind } = {}) {
    const hint = hintsByErrno[errno] ?? (kind === undefined ? permissionsHint : hintsByKind[kind]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('ENVIRONMENT_UNWRITABLE', `cannot write \`${path}\` (${errno})`, { hint, cause });
}
const hintsByErrno = {
    ENOSPC: 'free some space on that file system',
    EISDIR: 'a directory is where a file of the wheel belongs: remove it, or use a new environment',
    EEXIST: 'a file is where a directory belongs: remove it, or use a new environment',
    ELOOP: 'it is a link that leads out of the environment: remove it, or use a new environment',
};
const permissionsHint = 'check the permissions, or use another environment';
const hintsByKind = {
    venv: 'check the permissions, or name another environment with `--venv`',
    system: 'install into a virtual environment with `--venv`, into a directory with `--target`, or run with `sudo`',
    target: 'check the permissions, or name another directory with `--target`',
};
/** Whether an absolute path is one of Windows: on other systems a backslash is a character of a name. */
function isWindowsPath(path) {
    return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
}
/** The interpreter of a virtual environment. */
function pythonOf(root, os) {
    return os === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(root, 'Scripts', 'python.exe') : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root, 'bin', 'python');
}


/***/ }),

/***/ 9566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ isBeforeRestart),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   lW: () => (/* binding */ isOnThisMachine),
/* harmony export */   wO: () => (/* binding */ identifyProcess)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** Which process it was, beyond its number, and whether it still runs: written down by one process and asked by another. */



/** A process of this machine that is running. */
async function identifyProcess(pid) {
    return { pid, start: (await startOf(pid)) ?? '-', machine: await thisMachine() };
}
/** Whether its number means something here: a process of another machine or container cannot be seen. */
async function isOnThisMachine({ machine }) {
    return machine === (await thisMachine());
}
/** Whether a process of this machine still runs. */
async function isRunning({ pid, start }) {
    return hasNumber(pid) && start === ((await startOf(pid)) ?? start);
}
/** Whether what a process wrote `ageMs` milliseconds ago is from before the last start of this machine. */
function isBeforeRestart({ machine }, ageMs) {
    return machine.startsWith(`${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}/`) && ageMs > (0,node_os__WEBPACK_IMPORTED_MODULE_1__.uptime)() * 1000;
}
async function thisMachine() {
    const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    const namespace = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)('/proc/self/ns/pid').catch(() => '');
    return `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}/${boot.trim()}/${namespace}`.replaceAll(' ', '-');
}
/** Undefined where the system does not say. A process that has ended and is not yet reaped has no start. */
async function startOf(pid) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The name of the program, in parentheses, may hold anything.
    const [state = '', ...fields] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
    return /[ZX]/.test(state) ? '' : fields[18];
}
function hasNumber(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EPERM');
    }
}


/***/ }),

/***/ 5078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   Lk: () => (/* binding */ hasCredentials),
/* harmony export */   PH: () => (/* binding */ stripCredentials),
/* harmony export */   Vi: () => (/* binding */ stripRepositoryCredentials)
/* harmony export */ });
/**
 * Hiding credentials. Every message, log line, key and report passes its addresses through here.
 *
 * A hand scan in linear time: a regular expression over untrusted text is a way to hang.
 */
/**
 * The text with the credentials of every URL in it replaced by `***`: the password (or the whole userinfo where it may be
 * a token) and the values of query parameters that sign or authorise. User names stay, so that the reader knows which one.
 */
function redact(text) {
    return text.includes('://') ? text.split('\n').map(redactLine).join('\n') : text;
}
/** A URL without userinfo and without parameters that sign or authorise, for keys and reports; `redact` of what is no URL. */
function stripCredentials(url) {
    if (!URL.canParse(url))
        return redact(url);
    const stripped = new URL(url);
    stripped.username = '';
    stripped.password = '';
    for (const name of [...stripped.searchParams.keys()]) {
        if (isSecretParameter(name))
            stripped.searchParams.delete(name);
    }
    return stripped.href;
}
/**
 * The address of a repository as `stripCredentials` gives it, but with the user name of SSH (`ssh://git@host/path`,
 * `git@host:path`): that is part of the address, and no secret.
 */
function stripRepositoryCredentials(url) {
    if (!/^ssh:/i.test(url) || !URL.canParse(url))
        return stripCredentials(url);
    const stripped = new URL(url);
    stripped.password = '';
    return stripped.href;
}
/** Whether `stripCredentials` takes something out of this URL. */
function hasCredentials(url) {
    return URL.canParse(url) && stripCredentials(url) !== new URL(url).href;
}
function redactLine(line) {
    const lastAt = line.lastIndexOf('@');
    let shown = '';
    let position = 0;
    for (let mark = line.indexOf('://'); mark !== -1; mark = line.indexOf('://', position)) {
        const start = mark + 3;
        shown += redactParameters(line.slice(position, start));
        const at = userinfoEnd(line, start, lastAt);
        if (at > start)
            shown += redactUserinfo(line.slice(start, at));
        position = at;
    }
    return shown + redactParameters(line.slice(position));
}
/**
 * Index of the `@` that ends the userinfo of the authority at `start`, or `start` where there is none. In
 * `https://user:pa/ss@host` the address is broken and the password not encoded: no port looks like that, so all up to
 * the last `@` of the line is taken for it.
 */
function userinfoEnd(line, start, lastAt) {
    const authority = line.slice(start, authorityEnd(line, start));
    const at = authority.lastIndexOf('@');
    if (at !== -1)
        return start + at;
    return lastAt > start && hasBrokenPort(authority) ? lastAt : start;
}
function authorityEnd(line, start) {
    let end = start;
    while (end < line.length && !'/?#\\ \t\r'.includes(line.charAt(end)))
        end++;
    return end;
}
function hasBrokenPort(authority) {
    if (authority.startsWith('['))
        return false;
    const colon = authority.indexOf(':');
    if (colon === -1)
        return false;
    let end = colon + 1;
    while (end < authority.length && isDigit(authority.charAt(end)))
        end++;
    while (end < authority.length && '`\'"),.:;]>}'.includes(authority.charAt(end)))
        end++;
    return end < authority.length;
}
function isDigit(character) {
    return character >= '0' && character <= '9';
}
/** Longer than any user name, as long as an access token. */
const tokenLength = 32;
function redactUserinfo(userinfo) {
    const colon = userinfo.indexOf(':');
    if (colon === -1 || colon >= tokenLength)
        return '***';
    const password = userinfo.slice(colon + 1);
    const userIsToken = password === '' || password === 'x-oauth-basic';
    return userIsToken ? '***' : `${userinfo.slice(0, colon)}:***`;
}
/** Walks `key=value` pairs that follow `?`, `&`, `;` or `#`, and hides the values of secret keys up to `&`, `#` or a space. */
function redactParameters(text) {
    let shown = '';
    let position = 0;
    let keyStart = -1;
    for (let index = 0; index < text.length; index++) {
        const character = text.charAt(index);
        if ('?&;#'.includes(character))
            keyStart = index + 1;
        else if (' \t"`<>'.includes(character))
            keyStart = -1;
        else if (character === '=' && keyStart !== -1) {
            if (isSecretParameter(text.slice(keyStart, index))) {
                shown += `${text.slice(position, index)}=***`;
                position = valueEnd(text, index + 1);
                index = position - 1;
            }
            keyStart = -1;
        }
    }
    return shown + text.slice(position);
}
function valueEnd(text, start) {
    let end = start;
    while (end < text.length && !'&# \t"`<>'.includes(text.charAt(end)))
        end++;
    return end;
}
const secretNames = new Set(['auth', 'authorization', 'jwt', 'key', 'pass', 'pwd', 'sig', 'sv']);
const secretParts = ['apikey', 'api_key', 'api-key', 'credential', 'passw', 'secret', 'signature', 'token'];
function isSecretParameter(name) {
    const lower = name.toLowerCase();
    return secretNames.has(lower) || secretParts.some(part => lower.includes(part));
}


/***/ }),

/***/ 9604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wg: () => (/* binding */ busyMs),
/* harmony export */   k1: () => (/* binding */ unionMs)
/* harmony export */ });
/* unused harmony export mergeIntervals */
/** Arithmetic of overlapping pieces of work. */
/** The disjoint intervals that cover the same time, in order. */
function mergeIntervals(intervals) {
    const merged = [];
    for (const { startMs, endMs } of [...intervals].sort((a, b) => a.startMs - b.startMs)) {
        const last = merged.at(-1);
        if (last !== undefined && startMs <= last.endMs)
            last.endMs = Math.max(last.endMs, endMs);
        else
            merged.push({ startMs, endMs });
    }
    return merged;
}
/** Milliseconds in which at least one of the intervals was going on. */
function unionMs(intervals) {
    return busyMs(mergeIntervals(intervals));
}
/** The work of the intervals added up, in milliseconds: `busyMs` where it is known, else their lengths. */
function busyMs(intervals) {
    return intervals.reduce((total, { startMs, endMs, busyMs: known }) => total + (known ?? endMs - startMs), 0);
}


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ cacheOutcomes),
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   MU: () => (/* binding */ wheelSources),
/* harmony export */   Z2: () => (/* binding */ environmentKinds),
/* harmony export */   c: () => (/* binding */ buildOutcomes),
/* harmony export */   t7: () => (/* binding */ withoutCache)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3411);
/* harmony import */ var _intervals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1451);
/** One run as plain data, ready to be written as report.json and to be rendered in any form. */



/** Where a wheel's files came from. */
const wheelSources = ['store', 'cache', 'index', 'local', 'built', 'environment'];
const environmentKinds = ['venv', 'system', 'target', 'store'];
const cacheOutcomes = ['hit', 'partial', 'miss', 'off'];
/** The report of a run without a remote cache. */
function withoutCache(reason) {
    return { backend: 'none', outcome: 'off', primaryKey: undefined, matchedKey: undefined, reason };
}
const buildOutcomes = ['built', 'restored', 'store'];
/** The report of a run: a pure function of its timeline and facts. */
function buildReport(timeline, facts) {
    const { spans, warnings } = timeline;
    return {
        format: 1,
        version: _version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r,
        startedAt: timeline.startedAt.toISOString(),
        durationMs: timeline.now(),
        timeToReadyMs: spans.reduce((last, span) => (span.stage === 'save' ? last : Math.max(last, span.endMs)), 0),
        python: facts.python,
        environment: facts.environment,
        removed: facts.removed,
        missing: facts.missing,
        ...(facts.built !== undefined && { built: facts.built }),
        ...(facts.explanation !== undefined && { explanation: facts.explanation }),
        linkMode: facts.linkMode,
        runner: facts.runner,
        cache: facts.cache,
        save: facts.save,
        upkeep: facts.upkeep,
        stages: _timeline_js__WEBPACK_IMPORTED_MODULE_0__/* .stages */ ._$.flatMap(stage => describeStage(stage, timeline)).sort((a, b) => a.startMs - b.startMs),
        wheels: describeWheels(facts.wheels, timeline),
        decisions: [...timeline.decisions],
        warnings: warnings.map(({ message, wheel }) => (wheel === undefined ? message : `${wheel}: ${message}`)),
        spans: [...spans],
        totals: {
            wheels: facts.wheels.length,
            files: sum(facts.wheels.map(wheel => wheel.files)),
            bytes: sum(facts.wheels.map(wheel => wheel.bytes)),
            fetchedBytes: sum(spans.filter(span => span.stage === 'fetch').map(span => span.bytes ?? 0)),
        },
    };
}
function describeStage(stage, { spans, decisions }) {
    const own = spans.filter(span => span.stage === stage);
    if (own.length === 0)
        return [];
    const chosen = decisions.findLast(decision => decision.subject === stage);
    return [
        {
            stage,
            startMs: own.reduce((first, span) => Math.min(first, span.startMs), Number.POSITIVE_INFINITY),
            endMs: own.reduce((last, span) => Math.max(last, span.endMs), 0),
            wallMs: (0,_intervals_js__WEBPACK_IMPORTED_MODULE_2__/* .unionMs */ .k1)(own),
            busyMs: (0,_intervals_js__WEBPACK_IMPORTED_MODULE_2__/* .busyMs */ .Wg)(own),
            bytes: sumKnown(own.map(span => span.bytes)),
            files: sumKnown(own.map(span => span.files)),
            note: chosen === undefined ? undefined : `${chosen.choice}: ${chosen.reason}`,
        },
    ];
}
function describeWheels(wheels, { spans, warnings }) {
    const spansOf = groupByWheel(spans);
    const warningsOf = groupByWheel(warnings);
    return wheels.map(wheel => {
        const own = spansOf.get(wheel.name) ?? [];
        return {
            ...wheel,
            fetchMs: timeIn('fetch', own),
            unpackMs: timeIn('unpack', own),
            linkMs: timeIn('link', own),
            compileMs: timeIn('compile', own),
            warnings: (warningsOf.get(wheel.name) ?? []).map(warning => warning.message),
        };
    });
}
function groupByWheel(items) {
    const groups = new Map();
    for (const item of items) {
        if (item.wheel === undefined)
            continue;
        const group = groups.get(item.wheel);
        if (group === undefined)
            groups.set(item.wheel, [item]);
        else
            group.push(item);
    }
    return groups;
}
function timeIn(stage, spans) {
    const own = spans.filter(span => span.stage === stage);
    return own.length === 0 ? undefined : (0,_intervals_js__WEBPACK_IMPORTED_MODULE_2__/* .busyMs */ .Wg)(own);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
function sumKnown(values) {
    const known = values.filter(value => value !== undefined);
    return known.length === 0 ? undefined : sum(known);
}


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ createTimeline),
/* harmony export */   Td: () => (/* binding */ clockSince),
/* harmony export */   _$: () => (/* binding */ stages)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5078);
/** The run as data: what happened when, and how much of it. Every output is a rendering of it. */

const stages = [
    'lock',
    'probe',
    'build',
    'plan',
    'venv',
    'restore',
    'fetch',
    'unpack',
    'link',
    'compile',
    'save',
];
/** A clock that counts from `epochMs`, milliseconds since 1970, with the monotonic timer of the process. */
function clockSince(epochMs) {
    const offsetMs = performance.timeOrigin - epochMs;
    return { startedAt: new Date(epochMs), now: () => performance.now() + offsetMs };
}
/** An empty timeline on this clock; it never reads the time from anywhere else. */
function createTimeline(clock) {
    const spans = [];
    const decisions = [];
    const warnings = [];
    const listeners = new Set();
    const tell = (event) => {
        for (const listener of listeners)
            listener(event);
    };
    return {
        startedAt: clock.startedAt,
        spans,
        decisions,
        warnings,
        now: clock.now,
        begin(stage, { wheel } = {}) {
            const startMs = clock.now();
            let ended = false;
            tell({ kind: 'begin', stage, wheel });
            return (amount = {}) => {
                if (ended)
                    return;
                ended = true;
                const span = makeSpan({ stage, wheel, startMs, endMs: clock.now() }, amount);
                spans.push(span);
                tell({ kind: 'end', span });
            };
        },
        expect: (stage, expectation) => tell({ kind: 'expect', stage, ...expectation }),
        advance: (stage, bytes) => tell({ kind: 'advance', stage, bytes }),
        decide(subject, choice, reason) {
            const decision = { subject, choice: (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(choice), reason: (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(reason) };
            decisions.push(decision);
            tell({ kind: 'decide', decision });
        },
        warn(text, { wheel } = {}) {
            const message = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text);
            warnings.push({ message, wheel });
            tell({ kind: 'warn', message, wheel });
        },
        subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
}
/** Leaves out what is not known: an absent figure is never shown as zero. */
function makeSpan({ stage, wheel, startMs, endMs }, { bytes, files, busyMs }) {
    return {
        stage,
        startMs,
        endMs,
        ...(wheel === undefined ? {} : { wheel }),
        ...(bytes === undefined ? {} : { bytes }),
        ...(files === undefined ? {} : { files }),
        ...(busyMs === undefined ? {} : { busyMs }),
    };
}


/***/ }),

/***/ 8861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Figures as people read them. */
/** `0.08 s`, `4.2 s`, `2 min 05 s`, from milliseconds. */
function formatDuration(ms) {
    const seconds = ms / 1000;
    if (seconds < 0.995)
        return `${seconds.toFixed(2)} s`;
    if (seconds < 99.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
/** `812 B`, `48 MB`, `5.6 GB`, in powers of 1000. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 9.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** `8,317` */
function formatCount(count) {
    return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 wheel`, `21 wheels` */
function countOf(count, noun) {
    return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 3390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defaultIndexUrl)
/* harmony export */ });
/** What the user asked for, proven: made once by an edge from flags, inputs and environment. */
/** The index that pip and uv use when none is named. */
const defaultIndexUrl = 'https://pypi.org/simple';


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ formatBuildNote),
/* harmony export */   m: () => (/* binding */ parseBuildNote)
/* harmony export */ });
/** The text of a note; the size of the product comes first, as that of a stored wheel does. */
function formatBuildNote(note) {
    return JSON.stringify({ bytes: note.product.size, ...note });
}
/** Parses the text of a note; undefined when any part is not as it should be. */
function parseBuildNote(text) {
    try {
        const { bytes: _, ...note } = JSON.parse(text);
        return isBuildNote(note) ? note : undefined;
    }
    catch {
        return undefined;
    }
}
function isBuildNote(value) {
    return isObject(value, {
        format: format => format === 1,
        first: isKey,
        second: isKey,
        kind: kind => kind === 'wheel' || kind === 'editable',
        name: isText,
        version: isText,
        filename: isPlainName,
        product: product => isObject(product, productChecks),
        ingredients: isListOf(ingredient => isObject(ingredient, { name: isText, value: isText })),
        discovered: discovered => isObject(discovered, discoveredChecks),
        requires: isListOf(isText),
        locked: isListOf(isText),
        provenance: provenance => isObject(provenance, provenanceChecks),
        seconds: seconds => Number.isFinite(seconds) && Number(seconds) >= 0,
    });
}
const productChecks = {
    filename: name => isPlainName(name) && name !== 'note.json',
    sha256: value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    size: value => Number.isSafeInteger(value) && Number(value) >= 0,
};
const discoveredChecks = {
    variables: isRecordOfDigests,
    paths: isRecordOfDigests,
    environment: isText,
};
const provenanceChecks = {
    repository: isText,
    ref: isText,
    revision: isText,
    event: isText,
    run: isText,
    createdAt: value => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
    createdBy: isText,
};
function isObject(value, checks) {
    if (!isRecord(value))
        return false;
    const fields = new Map(Object.entries(value));
    return Object.entries(checks).every(([name, check]) => check(fields.get(name)));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isListOf(check) {
    return value => Array.isArray(value) && value.every(check);
}
function isRecordOfDigests(value) {
    return isRecord(value) && Object.values(value).every(digest => digest === null || isText(digest));
}
function isText(value) {
    return typeof value === 'string';
}
function isKey(value) {
    return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}
/** A name of a file that leads nowhere else, on any system: it becomes one in the store, and in directories of users. */
function isPlainName(value) {
    return typeof value === 'string' && /^\w[\w.+!-]{0,254}$/.test(value);
}


/***/ }),

/***/ 8232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ publishBuild),
/* harmony export */   Ri: () => (/* binding */ replaceBuild),
/* harmony export */   UL: () => (/* binding */ buildPath),
/* harmony export */   YF: () => (/* binding */ listBuilds),
/* harmony export */   gR: () => (/* binding */ buildsOfKey),
/* harmony export */   lT: () => (/* binding */ readBuild),
/* harmony export */   pR: () => (/* binding */ removeBuild)
/* harmony export */ });
/* unused harmony exports isBuild, listBuildPaths */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _build_note_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9422);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6525);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7208);
/**
 * Builds in the store: `builds/<aa>/<first key>/<second key>/{note.json,<product>}`. A directory appears whole, by one rename, or
 * not at all; of two writers the first one stays.
 */







/** The directory of all builds with this first key, below the root of the store. */
function buildsOfKey(first) {
    return `builds/${first.slice(0, 2)}/${first}`;
}
/** Whether a path below the root of the store is that of a build. */
function isBuild(path) {
    return /^builds\/[0-9a-f]{2}\/[0-9a-f]{32}\/[0-9a-f]{32}$/.test(path);
}
/** The paths of all builds below the root of the store, damaged ones too. */
async function listBuildPaths(store) {
    let paths = ['builds'];
    for (const _ of ['aa', 'first key', 'second key'])
        paths = (await Promise.all(paths.map(under(store)))).flat();
    return paths.filter(isBuild);
}
function under(store) {
    return async (parent) => (await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, parent)).map(name => `${parent}/${name}`);
}
/** All builds with this first key, the newest first; damaged ones are left out. */
async function listBuilds(store, first) {
    const paths = (await under(store)(buildsOfKey(first))).filter(isBuild);
    const builds = await Promise.all(paths.map(path => readBuild(store, path)));
    return builds.filter(build => build !== undefined).sort((a, b) => madeAt(b) - madeAt(a));
}
function madeAt({ note }) {
    return Date.parse(note.provenance.createdAt);
}
/** The build at a path below the root of the store; undefined where it is gone, or its note or product is damaged. */
function readBuild(store, path) {
    return readWhole((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, path), path);
}
async function readWhole(directory, path) {
    try {
        const note = (0,_build_note_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBuildNote */ .m)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'note.json'), 'utf8'));
        if (note === undefined || buildPath(note) !== path)
            return undefined;
        const productPath = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, note.product.filename);
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(productPath);
        return facts.isFile() && facts.size === note.product.size ? { note, productPath } : undefined;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
            return undefined;
        throw error;
    }
}
/** The path of a build below the root of the store. */
function buildPath({ first, second }) {
    return `${buildsOfKey(first)}/${second}`;
}
/**
 * Keeps a build; its product, a file, is moved into the store. Returns what the store has of it afterwards: where there was one
 * of both keys already, that one. Throws UserError STORE_UNWRITABLE and Node's system errors.
 */
function publishBuild(store, note, product) {
    return keep(note, product, { store, replaces: false });
}
/** The same in the place of one that was refused, or that nobody found. */
function replaceBuild(store, note, product) {
    return keep(note, product, { store, replaces: true });
}
function keep(note, product, { store, replaces }) {
    return (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .withStagedFile */ .jN)(store, async (staged) => {
        const path = buildPath(note);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(staged);
        await takeIn(product, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staged, note.product.filename));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staged, 'note.json'), (0,_build_note_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBuildNote */ .W)(note));
        if ((await readWhole(staged, path)) === undefined)
            throw new TypeError(`not the note of \`${product}\``);
        if (replaces)
            await displace((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, path), store);
        return place(staged, path, store);
    });
}
/** After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. */
async function takeIn(product, path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(product, path);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'EXDEV'))
            throw error;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(product, path);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(path, 0o644);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r+');
    try {
        await file.datasync();
    }
    finally {
        await file.close();
    }
}
/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10;
async function place(staged, path, store) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, path);
    for (let attempt = 1;; attempt++) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory), { recursive: true });
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(staged, directory);
        }
        catch (error) {
            // ENOENT: whoever trims the store has removed the directory around it.
            if (attempt === mostAttempts || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT'))
                throw error;
            if ((await readBuild(store, path)) === undefined)
                await displace(directory, store);
        }
        const build = await readBuild(store, path);
        if (build !== undefined)
            return build;
        if (attempt === mostAttempts)
            throw new Error(`what was put at \`${path}\` of the store is not there`);
    }
}
/** Takes a build away. What cannot be removed stays. */
async function removeBuild(store, keys) {
    try {
        await displace((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, buildPath(keys)), store);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}
/** Takes a damaged build away; another writer may have been faster. */
async function displace(directory, { temporary }) {
    const aside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(directory, aside);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            throw error;
    }
    await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .discard */ .vf)(aside);
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bF: () => (/* binding */ changedEntries)
/* harmony export */ });
/* unused harmony exports readEntryNote, nameOfEntry, hasOwnFacts */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6525);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6841);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7208);
/** Whether entries of the store are still what their notes say: by size, time and mode, without reading a file. */






/**
 * The entries that changed, most often through a hard link: `open` and `chmod` through it reach the file of the store. Every
 * file of the store carries a time that follows from its content, so whatever writes to it gives itself away, unless it sets
 * the old time again. Blocks: 10,000 files take some 30 ms. Entries that are not there are passed over.
 */
function changedEntries(store, entries) {
    return entries.flatMap(entry => {
        const note = readEntryNote(store, entry);
        if (note === undefined)
            return [];
        if (note === 'damaged')
            return [{ entry, name: nameOfEntry(store, entry), paths: [] }];
        const root = (0,_store_js__WEBPACK_IMPORTED_MODULE_4__/* .filesOf */ .R8)((0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .entryDirectory */ .U0)(store, entry));
        const changed = note.files.filter(file => !hasOwnFacts((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file.path), file));
        if (changed.length === 0)
            return [];
        return [{ entry, name: nameOfEntry(store, entry), paths: changed.map(({ path }) => path) }];
    });
}
/** The note of an entry; undefined where there is none. */
function readEntryNote(store, entry) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .entryDirectory */ .U0)(store, entry), 'note.json'), 'utf8');
        return (entry.startsWith('wheels/') ? (0,_note_js__WEBPACK_IMPORTED_MODULE_5__/* .parseWheelNote */ .nA)(text) : (0,_note_js__WEBPACK_IMPORTED_MODULE_5__/* .parseBytecodeNote */ .xh)(text)) ?? 'damaged';
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** What a reader calls an entry. */
function nameOfEntry(store, entry) {
    const sha256 = (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelOfEntry */ .Bb)(entry);
    const note = readEntryNote(store, (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelEntry */ .cT)(sha256));
    const name = typeof note === 'object' && 'name' in note ? `${note.name} ${note.version}` : `wheel ${sha256.slice(0, 12)}`;
    return entry.startsWith('wheels/') ? name : `the bytecode of ${name}`;
}
/** On Windows modes are made up. Rights to write, and bits that a directory hands down, change nothing for a reader. */
const readerBits = process.platform === 'win32' ? 0 : 0o555;
/** Whether a file of the store has the size, time and mode that it was given. */
function hasOwnFacts(path, { size, sha256, executable }) {
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    return (facts?.isFile() === true &&
        facts.size === size &&
        facts.mtimeMs === (0,_note_js__WEBPACK_IMPORTED_MODULE_5__/* .sourceMtime */ .Ec)(sha256) * 1000 &&
        (facts.mode & readerBits) === ((executable ? 0o555 : 0o444) & readerBits));
}


/***/ }),

/***/ 6525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ wheelOfEntry),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   Tk: () => (/* binding */ isEntry),
/* harmony export */   U0: () => (/* binding */ entryDirectory),
/* harmony export */   cT: () => (/* binding */ wheelEntry),
/* harmony export */   fi: () => (/* binding */ listEntries),
/* harmony export */   oM: () => (/* binding */ bytecodeEntry)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7208);
/** Entries of the store, wheels and bytecode sets, by the path of their directory below its root: as leases and plans name them. */




/** `wheels/<aa>/<sha256>` */
function wheelEntry(sha256) {
    return `wheels/${sha256.slice(0, 2)}/${sha256}`;
}
/** `bytecode/<set>/<aa>/<sha256>` */
function bytecodeEntry(kind, sha256) {
    return `bytecode/${(0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .bytecodeName */ .NG)(kind)}/${sha256.slice(0, 2)}/${sha256}`;
}
/** Whether a text names an entry, and nothing outside the store. */
function isEntry(text) {
    return typeof text === 'string' && /^(?:wheels|bytecode\/\w[\w.-]*)\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(text);
}
/** sha256 of the wheel that an entry is, or belongs to. */
function wheelOfEntry(entry) {
    return entry.slice(entry.lastIndexOf('/') + 1);
}
function entryDirectory(store, entry) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.root, entry);
}
/** All entries that there are. */
async function listEntries(store) {
    const sets = (await childrenOf(store, 'bytecode')).map(set => `bytecode/${set}`);
    const folders = await Promise.all(['wheels', ...sets].map(async (parent) => pathsIn(store, parent)));
    const entries = await Promise.all(folders.flat().map(folder => pathsIn(store, folder)));
    return entries.flat().filter(isEntry);
}
async function pathsIn(store, parent) {
    return (await childrenOf(store, parent)).map(name => `${parent}/${name}`);
}
/** Names below a directory of the store; none where it is not there. */
async function childrenOf(store, directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.root, directory));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return [];
        throw error;
    }
}


/***/ }),

/***/ 73:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ wheelsNamed),
/* harmony export */   x: () => (/* binding */ recordName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/**
 * Which wheels of a distribution the store holds: `<store>/v1/names/<name>/<sha256>`, empty files. A hint: one may be missing,
 * or be left of a wheel that is gone.
 */



const normalName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const digest = /^[0-9a-f]{64}$/;
/** Notes that the store, whose `v1` is `root`, holds a wheel of this name. That it cannot be noted costs a reuse, and no run. */
async function recordName(root, { name, sha256 }) {
    if (!normalName.test(name) || !digest.test(sha256))
        return;
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'names', name);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, sha256), '');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}
/** Digests of the wheels of this normalised name that the store was last given, newest first. */
async function wheelsNamed(root, name) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'names', name);
    const names = normalName.test(name) ? await readIfThere(directory) : [];
    const dated = names
        .filter(sha256 => digest.test(sha256))
        .map(async (sha256) => ({ sha256, time: await timeOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, sha256)) }));
    const newestFirst = (await Promise.all(dated)).sort((a, b) => b.time - a.time || (a.sha256 < b.sha256 ? -1 : 1));
    return newestFirst.map(({ sha256 }) => sha256);
}
async function readIfThere(directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return [];
        throw error;
    }
}
async function timeOf(path) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    return facts?.mtimeMs ?? 0;
}


/***/ }),

/***/ 6841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ sourceMtime),
/* harmony export */   JL: () => (/* binding */ unpackedSize),
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   nA: () => (/* binding */ parseWheelNote),
/* harmony export */   pD: () => (/* binding */ entryPointsPath),
/* harmony export */   se: () => (/* binding */ formatNote),
/* harmony export */   xh: () => (/* binding */ parseBytecodeNote)
/* harmony export */ });
/* unused harmony exports statedSizeLength, statedSize */
/** What the store knows about an unpacked wheel or a bytecode set: written once, beside its files. */
/** Where a wheel declares its entry points, if it has any. */
function entryPointsPath({ distInfo }) {
    return `${distInfo}/entry_points.txt`;
}
/** Bytes of all files of a wheel or a bytecode set. */
function unpackedSize({ files }) {
    return files.reduce((total, file) => total + file.size, 0);
}
/** Seconds since the epoch that a source file of this content carries: 2000-01-01 plus up to 194 days. */
function sourceMtime(sha256) {
    return 946_684_800 + Number.parseInt(sha256.slice(0, 6), 16);
}
/** Sources carry `sourceMtime`, so that timestamp bytecode stays valid wherever they are linked or copied. */
function isSource(path) {
    return path.endsWith('.py');
}
const toRow = (file) => [file.path, file.size, file.sha256, file.executable ? 1 : 0];
/** By index: taking a row apart by its iterator costs several times as much before it is optimised, and there are thousands. */
const fromRow = (row) => ({ path: row[0], size: row[1], sha256: row[2], executable: row[3] === 1 });
/** The text of a `note.json`; the size comes first, so that trimming a store need not read on. */
function formatNote(note) {
    return JSON.stringify({ bytes: unpackedSize(note), ...note, files: note.files.map(toRow) });
}
/** How much of a `note.json` `statedSize` needs, in bytes. */
const statedSizeLength = 32;
/** The bytes of all files, from the beginning of a `note.json`; 0 where that does not say. */
function statedSize(beginning) {
    return Number(/^{"bytes":(\d+),/.exec(beginning)?.[1] ?? 0);
}
/** Parses a wheel's `note.json`; undefined when it is not one. */
function parseWheelNote(text) {
    const note = parseNote(text);
    return note !== undefined && 'distInfo' in note ? note : undefined;
}
/** Parses a bytecode set's `note.json`; undefined when it is not one. */
function parseBytecodeNote(text) {
    const note = parseNote(text);
    return note !== undefined && 'failed' in note ? note : undefined;
}
function parseNote(text) {
    try {
        const { bytes: _, ...value } = JSON.parse(text);
        return { ...value, files: value.files.map(fromRow) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ bytecodeDirectory),
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   I5: () => (/* binding */ hasBytecode),
/* harmony export */   Lj: () => (/* binding */ sweepAbandoned),
/* harmony export */   NG: () => (/* binding */ bytecodeName),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   TS: () => (/* binding */ wheelDirectory),
/* harmony export */   dw: () => (/* binding */ stage),
/* harmony export */   jN: () => (/* binding */ withStagedFile),
/* harmony export */   m$: () => (/* binding */ hasWheel),
/* harmony export */   mA: () => (/* binding */ readWheelNote),
/* harmony export */   mk: () => (/* binding */ publish),
/* harmony export */   qn: () => (/* binding */ readBytecodeNote),
/* harmony export */   vf: () => (/* binding */ discard),
/* harmony export */   x2: () => (/* binding */ storeUnwritable)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6841);
/**
 * The local store: unpacked wheels by the sha256 of the wheel, bytecode sets beside them.
 *
 * `<store>/v1/wheels/<aa>/<sha256>/{note.json,files/…}` and `<store>/v1/bytecode/<set>/<aa>/<sha256>/{note.json,files/…}`.
 * A directory appears whole, by one rename, or not at all; readers never lock, and any number of processes may write.
 */







const abandonedAfterMs = 24 * 3600 * 1000;
/**
 * Opens the store in `directory`, made when missing. One that holds wheels need not be writable.
 * Throws UserError STORE_UNWRITABLE.
 */
async function openStore(directory) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'v1');
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'tmp');
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(temporary, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'wheels'), { recursive: true });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT'))
            throw error;
        const wheels = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'wheels')).catch(() => undefined);
        if (wheels?.isDirectory() !== true)
            throw storeUnwritable(`cannot make the store in \`${directory}\``, error);
    }
    return { root, temporary };
}
/** The UserError STORE_UNWRITABLE; the message says what failed, the cause why. */
function storeUnwritable(message, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('STORE_UNWRITABLE', cause === undefined ? message : `${message}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, {
        hint: 'name a directory that can be written to with `--store`',
        cause,
    });
}
/** A store that can be read only is a source of what it holds; what it lacks is an error that a reader can act on. */
async function requireWritable({ root, temporary }) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(temporary, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
    }
    catch (error) {
        throw storeUnwritable(`the store in \`${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(root)}\` lacks a file and cannot be written to`, error);
    }
}
/** Where the wheel with this sha256 lies, or would. */
function wheelDirectory(store, sha256) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, 'wheels', sha256.slice(0, 2), sha256);
}
/** The name of a kind of bytecode, in paths and manifests. */
function bytecodeName({ cacheTag, magicNumber, optimize, invalidationMode }) {
    return `${cacheTag}-${magicNumber}-o${optimize}-${invalidationMode}`;
}
/** Where the bytecode of the wheel with this sha256 lies, or would. */
function bytecodeDirectory(store, kind, sha256) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, 'bytecode', bytecodeName(kind), sha256.slice(0, 2), sha256);
}
/** The files of a published directory. */
function filesOf(directory) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'files');
}
/** True when the store holds the wheel; cheaper than reading its note. */
async function hasWheel(store, sha256) {
    return isPublished(wheelDirectory(store, sha256));
}
/** True when the store holds this bytecode of the wheel; cheaper than reading its note. */
async function hasBytecode(store, kind, sha256) {
    return isPublished(bytecodeDirectory(store, kind, sha256));
}
/** Synchronous, in microseconds: a run asks hundreds of times, before anything else can begin. */
async function isPublished(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'note.json'));
}
/** The note of a stored wheel, or undefined when the store lacks it. */
async function readWheelNote(store, sha256) {
    return parseIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(wheelDirectory(store, sha256), 'note.json'), _note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseWheelNote */ .nA);
}
/** The note of a stored bytecode set, or undefined when the store lacks it. */
async function readBytecodeNote(store, kind, sha256) {
    return parseIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(bytecodeDirectory(store, kind, sha256), 'note.json'), _note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBytecodeNote */ .xh);
}
async function parseIfPresent(path, parse) {
    try {
        return parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** A new directory for unfinished work, holding an empty `files`. Throws UserError STORE_UNWRITABLE. */
async function stage(store) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await requireWritable(store);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(filesOf(directory), { recursive: true });
    return directory;
}
/** Gives `use` the path of one unfinished file, which is gone afterwards. Throws UserError STORE_UNWRITABLE. */
async function withStagedFile(store, use) {
    await requireWritable(store);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    try {
        return await use(path);
    }
    finally {
        await discard(path);
    }
}
/**
 * Makes a staged directory visible at `destination` with its note, by one rename.
 * When another process was first, its directory stays and ours is removed: both have the same content.
 */
async function publish(staged, destination, note) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(staged, 'note.json'), (0,_note_js__WEBPACK_IMPORTED_MODULE_6__/* .formatNote */ .se)(note));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(destination), { recursive: true });
    for (let attempt = 1; !(await renameToFree(staged, destination, attempt)); attempt++) {
        if (await isReadable(destination)) {
            await discard(staged);
            break;
        }
        await displace(destination, `${staged}-displaced`);
    }
    // Wheels lie in `<root>/wheels/<aa>/<sha256>`.
    if ('distInfo' in note)
        await (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .recordName */ .x)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(destination))), note);
}
/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10;
/** False when something is there already. */
async function renameToFree(staged, destination, attempt) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(staged, destination);
        return true;
    }
    catch (error) {
        if (attempt < mostAttempts && (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM'))
            return false;
        throw error;
    }
}
async function isReadable(directory) {
    const text = await parseIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'note.json'), text => text);
    return text !== undefined && ((0,_note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseWheelNote */ .nA)(text) ?? (0,_note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBytecodeNote */ .xh)(text)) !== undefined;
}
/** Takes a damaged directory away; another writer may have been faster. */
async function displace(directory, aside) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(directory, aside);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST'))
            throw error;
    }
    await discard(aside);
}
/** Removes a staged directory or file that will not be published. */
async function discard(staged) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(staged, { recursive: true, force: true });
}
/** Removes unfinished work that a killed process left more than a day ago. `now` in milliseconds since the epoch. */
async function sweepAbandoned(store, now) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(store.temporary).catch(() => [])) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, name);
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
        // Of a store that can be read only, they stay.
        if (facts !== undefined && now - facts.mtimeMs > abandonedAfterMs)
            await discard(path).catch(() => undefined);
    }
}


/***/ }),

/***/ 5118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ markUsed),
/* harmony export */   g: () => (/* binding */ markPrecisionMs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6525);
/** When an entry of the store was last used: the time of its note, which is set by each run that takes it. */




/** A mark younger than this is not made anew. */
const markPrecisionMs = 15 * 60_000;
/**
 * Marks entries as used, so that trimming keeps them for now, and returns those that the store lacks. Synchronous: a call is
 * some microseconds an entry. `now` in milliseconds since the epoch.
 */
function markUsed(store, entries, now) {
    return entries.filter(entry => {
        const note = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .entryDirectory */ .U0)(store, entry), 'note.json');
        const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(note, { throwIfNoEntry: false });
        if (facts !== undefined && now - facts.mtimeMs > markPrecisionMs)
            touch(note, now);
        return facts === undefined;
    });
}
/** In a store that belongs to somebody else, or cannot be written, its owner keeps the marks. */
function touch(path, now) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(path, now / 1000, now / 1000);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EPERM', 'EACCES', 'EROFS', 'ENOENT'))
            throw error;
    }
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of package.json: `dist/` is copied without it. */
const version = '0.1.0';


/***/ }),

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ invalidWheel),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Z_: () => (/* binding */ quotedFew)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The one error for bytes that are no wheel by the specifications. */

const hint = 'Download the wheel again; if the error stays, report it to the publisher of the wheel';
const longestQuote = 200;
/** A `WHEEL_INVALID` error (exit 3) naming the wheel and the reason. */
function invalidWheel(wheel, reason) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .integrityError */ .Wn)('WHEEL_INVALID', `\`${wheel}\` is not a valid wheel: ${reason}`, hint);
}
/** A value from a wheel in backticks, shortened, with characters escaped that would break a log or turn its order around. */
function quoted(value) {
    const shown = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
    return `\`${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeControl)}\``;
}
/** The first of these values, each quoted, and how many more there are. */
function quotedFew(values, most) {
    const shown = values.slice(0, most).map(quoted).join(', ');
    return values.length > most ? `${shown} and ${values.length - most} more` : shown;
}
function escapeControl(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}


/***/ })

};
