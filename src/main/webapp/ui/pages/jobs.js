import { api, badge, card, confirm, count, head, html, listing, may, nothing, path, stateOfJob, time, titledCard, toast, words } from '../kit.js';

const POLL = 1500;
const open = (job) => job?.state === 'WAITING' || job?.state === 'RUNNING';

export const jobTitle = (job) => job.kind === 'reclassification'
	? job.detail.dryRun ? 'Re-classification: a dry run' : 'Re-classification' : words(job.kind);

/** @type {MakePage} */
export function jobs(ctx) {
	const list = listing(ctx, ctx.base + '/jobs', {
		label: 'Jobs, newest first', what: 'job',
		none: { title: 'No job yet', text: 'Work on many users at once appears here: re-classifications, purges, confirmed deactivations.' },
		columns: [
			{ label: 'What', bare: true, cell: (job) => html`<a class="strong" href=${ctx.link(`jobs/${job.id}`)}>${jobTitle(job)}</a>` },
			{ label: 'State', bare: true, cell: (job) => stateOfJob(job.state) },
			{ label: 'Users seen', end: true, cell: (job) => count(job.progress.seen ?? job.progress.indexed) },
			{ label: 'Begun by', cell: (job) => job.createdBy },
			{ label: 'Begun', keep: true, cell: (job) => time(job.createdAt) },
		],
	});
	const purge = async () => {
		const job = await askPurge(ctx);
		if (job) ctx.go(ctx.link(`jobs/${job.id}`));
	};
	return {
		title: 'Jobs',
		view: () => html`${head('Jobs', { hint: 'Work that takes longer than a click.', actions: html`
			${may.choose() ? html`<button @click=${purge}>Purge now</button>` : ''}
			${may.write() ? html`<button @click=${() => applyOrder(ctx)}>Apply the order to existing users</button>` : ''}` })}${card(list.view())}`,
	};
}

/** Begins the dry run that shows who would move, and goes to it. @param {string} [mappingId] by one mapping only */
export async function applyOrder(ctx, mappingId) {
	const job = await api.post(ctx.base + '/reclassifications', mappingId ? { mappingId } : {});
	ctx.go(ctx.link(`jobs/${job.id}`));
}

async function askPurge(ctx) {
	const { due, profiles } = await api.get(ctx.base + '/purge');
	const kept = (line) => [[line.dataLocked, 'data-locked'], [line.legalHold, 'under legal hold'], [line.unconfirmed, 'of deactivations that nobody confirmed']]
		.filter(([number]) => number).map(([number, why]) => `${count(number)} ${why}`).join(', ');
	return confirm('Purge preserved users now?', { action: 'Purge', danger: true,
		body: html`<p><b>${count(due)}</b> preserved for longer than their profile keeps them would be deleted for ever. This happens by itself every hour.</p>
			<ul class="plain">${profiles.map((line) => html`<li><b>${line.profileName}</b>: ${count(line.due)} after ${count(line.purgeAfterDays)} days
				${kept(line) ? html`<div class="hint">Kept: ${kept(line)}</div>` : ''}</li>`)}</ul>`,
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
			{ label: 'User', bare: true, cell: (item) => html`<a class="strong" href=${ctx.link(`users/${item.userId}`)}>${item.userName ?? item.userId}</a>` },
			{ label: 'Outcome', bare: true, cell: (item) => badge(words(item.outcome)) },
			{ label: 'From', cell: (item) => place(item.from) },
			{ label: 'To', cell: (item) => place(item.to) },
		],
	});
	// A page in the background does not ask.
	const poll = setInterval(async () => {
		if (document.visibilityState !== 'visible' || !open(one.value)) return;
		await one.load();
		if (!open(one.value)) items.reload();
	}, POLL);
	const act = async (what, said) => {
		const next = await api.post(`${what}`);
		toast(said);
		if (next.id === one.value.id) return one.load();
		ctx.go(ctx.link(`jobs/${next.id}`));
	};
	return {
		title: 'Job',
		close: () => clearInterval(poll),
		view: () => one.show((known) => html`
			${head(jobTitle(known), { crumb: { href: ctx.link('jobs'), label: 'Jobs' }, hint: html`${stateOfJob(known.state)} begun by ${known.createdBy} ${time(known.createdAt)}`,
				actions: may.write() ? html`${open(known) ? html`<button @click=${() => act(to + '/cancel', 'Job cancelled; what it did stays')}>Cancel the job</button>` : ''}
					${known.state === 'DONE' && known.detail.dryRun && moves(known) ? html`<button class="primary" @click=${() =>
						act(ctx.base + path`/reclassifications/${known.id}/apply`, 'The users are being moved')}>Apply to ${count(moves(known))} users</button>` : ''}` : nothing })}
			<section class="stats four" aria-label="Progress" role="status">
				<div class="card pad"><span class="label">Users seen</span><div class="big">${count(known.progress.seen ?? 0)}</div></div>
				${Object.entries(known.progress.counts ?? {}).map(([code, number]) => html`<div class="card pad"><span class="label">${label(known, code)}</span><div class="big">${count(number)}</div></div>`)}
			</section>
			${known.progress.error ? html`<p role="alert">${known.progress.error}</p>` : ''}
			${open(known) ? html`<progress aria-label="Working"></progress>` : titledCard(known.detail.dryRun ? 'Who would move' : 'What was done', items.view())}`),
	};
}

const moves = (known) => (known.progress.counts?.MOVED ?? 0) + (known.progress.counts?.SUGGESTED ?? 0);

const label = (known, code) => (known.detail.dryRun ? 'Would be ' : '') + (known.detail.dryRun ? words(code).toLowerCase() : words(code));

const place = (at) => at ? html`${at.profile}<div class="hint">${at.storageRegion}${at.mapping ? `, ${at.mapping}` : ''}</div>` : '';
