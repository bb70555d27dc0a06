import {
	api, badge, button, col, confirm, count, head, hint, html, isolated, linkColumn, listing, listPage, may, path, plural, polled, stat,
	stateOfJob, time, titledCard, toast, words,
} from '../kit.js';

const POLL = 1500;
const open = (job) => job?.state === 'WAITING' || job?.state === 'RUNNING';

const jobTitle = (job) => job.kind === 'reclassification'
	? job.detail.dryRun ? 'Re-classification: a dry run' : 'Re-classification' : words(job.kind);

/** @type {MakePage} */
export function jobs(ctx) {
	const list = listing(ctx, ctx.base + '/jobs', {
		label: 'Jobs, newest first', what: 'job',
		none: { title: 'No job yet', text: 'Work on many users at once appears here.' },
		columns: [
			linkColumn('What', (job) => ctx.link(`jobs/${job.id}`), jobTitle),
			col('State', (job) => stateOfJob(job.state), 'bare'),
			col('Users seen', (job) => count(job.progress.seen ?? job.progress.indexed), 'end'),
			col('Begun by', (job) => job.createdBy),
			col('Begun', (job) => time(job.createdAt), 'keep'),
		],
	});
	const purge = async () => {
		const job = await askPurge(ctx);
		if (job) ctx.go(ctx.link(`jobs/${job.id}`));
	};
	return listPage('Jobs', 'Work that takes longer than a click.', html`
		${may.choose() ? button('Purge now', purge) : ''}
		${may.write() ? button('Apply the order to existing users', () => applyOrder(ctx)) : ''}`, list);
}

/** Begins the dry run that shows who would move, and goes to it. */
export async function applyOrder(ctx, mappingId) {
	const job = await api.post(ctx.base + '/reclassifications', mappingId ? { mappingId } : {});
	ctx.go(ctx.link(`jobs/${job.id}`));
}

async function askPurge(ctx) {
	const { due, profiles } = await api.get(ctx.base + '/purge');
	const kept = (line) => [[line.dataLocked, 'data-locked'], [line.legalHold, 'under legal hold'], [line.unconfirmed, 'of deactivations that nobody confirmed']]
		.filter(([number]) => number).map(([number, why]) => `${count(number)} ${why}`).join(', ');
	return confirm('Purge preserved users now?', { action: 'Purge', danger: true,
		body: html`<p><b>${count(due)}</b> preserved for longer than their profile keeps them would be deleted for ever.</p>
			<ul class="plain">${profiles.map((line) => html`<li><b>${line.profileName}</b>: ${count(line.due)} after ${plural(line.purgeAfterDays, 'day')}
				${kept(line) ? hint(`Kept: ${kept(line)}`) : ''}</li>`)}</ul>`,
		run: () => api.post(ctx.base + '/purge') });
}

/** @type {MakePage} */
export function job(ctx) {
	const to = ctx.base + path`/jobs/${ctx.params.id}`;
	const one = ctx.load(() => api.get(to));
	const items = listing(ctx, to + '/items', {
		label: 'What became of each user', what: 'user',
		none: { title: 'Nobody', text: 'No user is concerned.' },
		columns: [
			linkColumn('User', (item) => ctx.link(`users/${item.userId}`), (item) => item.userName ?? item.userId),
			col('Outcome', (item) => badge(label(one.value, item.outcome)), 'bare'),
			col('From', (item) => place(item.from)),
			col('To', (item) => place(item.to)),
		],
	});
	const close = polled(POLL, () => open(one.value), async () => {
		one.value = await api.poll(to);
		if (!open(one.value)) items.reload();
		ctx.update();
	});
	const act = async (what, said) => {
		const next = await api.post(what);
		toast(said);
		if (next.id === one.value.id) return one.load().then(items.reload);
		ctx.go(ctx.link(`jobs/${next.id}`));
	};
	return {
		title: 'Job',
		close,
		view: () => one.show((known) => html`
			${head(jobTitle(known), { crumb: { href: ctx.link('jobs'), label: 'Jobs' }, hint: html`${stateOfJob(known.state)} begun by ${known.createdBy} ${time(known.createdAt)}`,
				actions: may.write() ? html`${open(known) ? button('Cancel the job', () => act(to + '/cancel', 'Job cancelled; what it did stays')) : ''}
					${known.state === 'DONE' && known.detail.dryRun && moves(known) ? button(`Apply to ${plural(moves(known), 'user')}`,
						() => act(ctx.base + path`/reclassifications/${known.id}/apply`, 'The users are being moved'), 'primary') : ''}` : '' })}
			<section class="stats four" aria-label="Progress" role="status">
				${stat('Users seen', count(known.progress.seen ?? 0))}
				${Object.entries(known.progress.counts ?? {}).map(([code, number]) => stat(label(known, code), count(number)))}
			</section>
			${known.progress.error ? html`<p role="alert">${known.progress.error}</p>` : ''}
			${open(known) ? html`<progress aria-label="Working"></progress>` : titledCard(known.detail.dryRun ? 'Who would move' : 'What was done', items.view())}`, { title: 'Job' }),
	};
}

const moves = (known) => (known.progress.counts?.MOVED ?? 0) + (known.progress.counts?.SUGGESTED ?? 0);

const OUTCOMES = {
	MOVED: ['Moved', 'Would move'],
	SUGGESTED: ['Move suggested', 'Would be suggested'],
	STAYS: ['Stayed as they were', 'Would stay as they are'],
	DATA_LOCKED: ['Stays: data lock', 'Would stay: data lock'],
	NO_MATCH: ['Stays: no mapping matches', 'Would stay: no mapping matches'],
};

const label = (known, code) => OUTCOMES[code]?.[known.detail.dryRun ? 1 : 0] ?? words(code);

const place = (at) => at ? html`${at.profile}${hint(html`${at.storageRegion}${at.mapping ? `, ${isolated(at.mapping)}` : ''}`)}` : '';
