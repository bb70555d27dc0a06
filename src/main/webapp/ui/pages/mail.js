import {
	actions, all, api, areaField, badge, breakable, button, col, confirm, count, facts, head, hint, html, listing, may, muted, note, openForm,
	openText, panel, plural, pre, table, textField, time, titledCard, toast, words,
} from '../kit.js';

const TONES = { SENT: 'good', DEAD: 'bad', WAITING: 'warning', DISCARDED: 'plain-chip' };

/** @type {MakePage} */
export function mail(ctx) {
	const settings = ctx.load(() => api.get(ctx.base + '/mail-settings'));
	const templates = ctx.load(() => all(ctx.base + '/mail-templates'));
	const mails = listing(ctx, ctx.base + '/mails', {
		label: 'Mails, newest first', what: 'mail', names: ['state'],
		bar: (filter) => filter.choice('state', 'State', Object.keys(TONES).map((value) => ({ value, label: value === 'DEAD' ? 'Given up' : words(value) }))),
		none: { title: 'No mail yet', text: 'Activation mails and notices appear here.' },
		columns: [
			col('To', (one) => html`<b>${breakable(one.to ?? 'Not known yet')}</b>${hint(words(one.kind))}`, 'bare'),
			col('State', (one) => badge(one.state === 'DEAD' ? 'Given up' : words(one.state), TONES[one.state]), 'bare'),
			col('Tries', (one) => count(one.tries), 'end'),
			col('What the server said', (one) => hint(one.reason), 'wide'),
			col('Written', (one) => time(one.createdAt), 'keep'),
			actions('mail', (one) => may.write() && /DEAD|WAITING/.test(one.state) && [
				{ label: 'Try again now', run: () => act(one, 'retry') }, { label: 'Give up', danger: true, run: () => act(one, 'discard') }], (one) => `the mail to ${one.to ?? 'somebody'}`),
		],
	});
	const act = mails.after((one, what) => api.post(`${ctx.base}/mails/${one.id}/${what}`));
	const again = mails.after(async () => {
		toast(`Tried again: ${plural((await api.post(ctx.base + '/mails/retry-dead')).mails, 'mail')}`);
		await settings.load();
		return true;
	});
	const change = async () => (await settingsForm(ctx)) && settings.load();
	const edit = async (one) => (await templateForm(ctx, one)) && templates.load();
	const reset = async (one) => (await confirm('Back to the built-in text?', { action: 'Reset', danger: true, said: 'The built-in text holds again',
		body: `Your text for ${words(one.kind).toLowerCase()} (${one.language}) is deleted.`, run: () => api.remove(templateAt(ctx, one)) })) && templates.load();
	return {
		title: 'Mail',
		view: () => html`
			${head('Mail', { crumb: { href: ctx.link('settings'), label: 'Settings' }, hint: 'Activation mails to new users, notices to administrators.',
				actions: may.choose() ? button('Send a test mail', () => sendTest(ctx), 'primary') : '' })}
			${settings.show((body) => html`
				${body.leaves ? '' : note('bad', html`<b>No mail leaves</b><p>${body.reason}</p>`)}
				${body.counts.dead ? note('warning', html`<p>Given up: ${plural(body.counts.dead, 'mail')}. ${may.write() ? button('Try them all again', again, 'link') : ''}</p>`) : ''}
				${panel('Settings', html`${facts('Activation link', body.activationUrl ?? muted('Usher’s own page'), 'Language', body.language,
					'Notices go to', body.noticeAddresses.join(', ') || muted('The administrators with an address'))}
					${may.choose() ? html`<div>${button('Change', change)}</div>` : ''}`)}`)}
			${titledCard('Texts', templates.show((list) => table('Texts of mails', [
				col('Mail', (one) => html`<b>${words(one.kind)}</b>`, 'bare'),
				col('Language', (one) => one.language),
				col('Subject', (one) => one.subject, 'wide'),
				col('Text', (one) => (one.custom ? badge('Own') : muted('Built in')), 'bare'),
				actions('template', (one) => (one.kind === 'activation' ? may.choose() : may.write()) && [{ label: 'Edit', run: () => edit(one) },
					one.custom && { label: 'Reset', danger: true, run: () => reset(one) }], (one) => `${words(one.kind)}, ${one.language}`),
			], list.map((one) => ({ ...one, id: `${one.kind}-${one.language}` })))))}
			${titledCard('Mails', mails.view())}`,
	};
}

const templateAt = (ctx, one) => `${ctx.base}/mail-templates/${one.kind}/${one.language}`;

async function settingsForm(ctx) {
	const to = ctx.base + '/mail-settings';
	const { body: known, etag } = await api.read(to);
	return openForm('Mail settings', () => ({
		action: 'Save', said: 'Mail settings saved',
		body: () => html`
			${textField('activationUrl', 'Activation link', { type: 'url', max: 1000, autofocus: true, value: known.activationUrl, hint: 'Where new users activate, in your product. The code is added to it.' })}
			${textField('language', 'Language', { required: true, max: 35, value: known.language, hint: 'Of users whose language is not known, for example en or de.' })}
			${textField('noticeAddresses', 'Notices go to', { max: 2000, value: known.noticeAddresses.join(', '), hint: 'Addresses with commas between. Empty: the administrators with an address.' })}`,
		run: (form) => api.patch(to, { activationUrl: form.get('activationUrl') || null, language: form.get('language'),
			noticeAddresses: String(form.get('noticeAddresses')).split(',').map((one) => one.trim()).filter(Boolean) }, etag),
	}));
}

async function templateForm(ctx, listed) {
	const to = templateAt(ctx, listed);
	const { body: one, etag } = await api.read(to);
	let filled;
	const typed = (form) => ({ subject: form.get('subject'), text: form.get('text'), html: form.get('html') || null });
	return openForm(`${words(one.kind)}, ${one.language}`, (update) => ({
		action: 'Save', said: 'Text saved',
		body: () => html`
			<p class="hint">Placeholders: ${one.placeholders.map((name) => html`<code>{{${name}}}</code> `)}</p>
			${textField('subject', 'Subject', { required: true, max: 300, value: one.subject })}
			${areaField('text', 'Plain text', { required: true, value: one.text })}
			${areaField('html', 'HTML', { value: one.html, hint: 'Empty: plain text only.' })}
			<div>${button('Preview', async (event) => {
				filled = await api.post(to + '/preview', typed(new FormData(event.target.form)));
				update();
			})}</div>
			${filled ? html`<div class="stack tight" role="status"><b>${filled.subject}</b>${pre('The text, filled', filled.text)}</div>` : ''}`,
		run: (form) => api.put(to, typed(form), etag),
	}), { wide: true, careful: true });
}

const sendTest = async (ctx) => {
	const tested = await openForm('Send a test mail', () => ({
		action: 'Send',
		body: () => textField('to', 'To', { type: 'email', required: true, autofocus: true, max: 254 }),
		run: (form) => api.post(ctx.base + '/mail-test', { to: form.get('to') }),
	}));
	if (tested) await openText('What the mail server said', html`
		${note(tested.delivered ? 'good' : 'bad', html`<b>${tested.delivered ? 'The mail server took it' : 'It did not leave'}</b><p>${tested.answer}</p>`)}
		${pre('Dialogue with the server', tested.dialogue.join('\n'))}`);
};
