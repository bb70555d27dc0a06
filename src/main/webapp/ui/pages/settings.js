import { api, checkField, count, html, head, may, nothing, openForm, panel, radioField, textField, toast } from '../kit.js';
import { mailHealth } from './mail-health.js';
import { changeManagement } from './user-management.js';

const POLICIES = [
	{ value: 'NEVER', label: 'Never', hint: 'Users keep what they got when they came.' },
	{ value: 'SUGGEST', label: 'Suggest', hint: 'A change of attributes or of the order suggests a move; an administrator decides.' },
	{ value: 'AUTOMATIC', label: 'Automatic', hint: 'Users move by themselves, except into another storage region and out of a data lock.' },
];

/** @type {MakePage} */
export function settings(ctx) {
	const to = ctx.base;
	const read = ctx.load(() => api.read(to));
	const mail = ctx.load(() => api.get(to + '/mail-settings'));
	const save = async (body, said) => {
		await api.patch(to, body, read.value?.etag);
		toast(said);
		await read.load();
	};
	const manage = async (type) => (await changeManagement(ctx.tenant, type)) && read.load();
	return {
		title: 'Settings',
		view: () => html`${head('Settings')}${read.show(({ body: tenant }) => html`
			<div class="columns">
				${panel('Account', html`<dl class="facts"><dt>Name</dt><dd>${tenant.displayName}</dd><dt>In addresses</dt><dd><code>${tenant.name}</code></dd>
						<dt>User management</dt><dd>${tenant.userManagement === 'DIRECTORY' ? 'AD/LDAP' : tenant.userManagement === 'SCIM' ? 'SCIM' : 'Manual'}</dd></dl>
					${may.choose() ? html`<div class="row">${tenant.userManagement === 'SCIM' ? nothing : html`<button @click=${() => manage('SCIM')}>Use SCIM</button>`}
						${tenant.userManagement === 'MANUAL' ? nothing : html`<button @click=${() => manage('MANUAL')}>Manage users by hand</button>`}</div>` : ''}`)}
				${licence(tenant, save)}
				${reclassify(tenant, save)}
				${panel('Mail', mailHealth(ctx, mail))}
				${panel('Retention', html`<p>How long preserved users are kept stands at each <a href=${ctx.link('profiles')}>profile</a>. What is due is purged every hour, a legal hold or a data lock keeps it.</p>
					<p class="hint">What a purge would take now: <a href=${ctx.link('jobs')}>Jobs</a>.</p>`)}
				${may.platform() ? panel('Provisioning API', html`${checkField('api', 'The identity provider may call this account', { checked: tenant.provisioningApi,
						hint: 'While it is off, tokens cannot be generated and SCIM requests are refused.',
						change: (checked) => save({ provisioningApi: checked }, checked ? 'Provisioning API turned on' : 'Provisioning API turned off').catch(async (error) => {
							await read.load();
							throw error;
						}) })}
					<p class="hint">Rates and caps hold for the whole server: <a href=${ctx.link('platform')}>Platform</a>.</p>`) : ''}
			</div>`)}`,
	};
}

function licence(tenant, save) {
	const { seats, used, preserved, preservedLimit } = tenant.licence;
	const change = () => openForm('Change the licence', () => ({
		action: 'Save',
		body: () => html`${limitField('seats', 'Seats', seats)}${limitField('preservedLimit', 'Most preserved users', preservedLimit)}`,
		run: (form) => save({ licence: { seats: limit(form.get('seats')), preservedLimit: limit(form.get('preservedLimit')) } }, 'Licence changed'),
	}));
	return panel('Licence', html`
		<div><div class="big">${count(used)} <span class="muted label">of ${seats === null ? 'unlimited' : count(seats)} seats used</span></div>
			${seats ? html`<meter min="0" max=${seats} high=${seats * 0.9} optimum="0" .value=${used} aria-label="Seats used"></meter>` : ''}</div>
		<p class="hint">${count(preserved)} preserved users${preservedLimit === null ? '' : ` of at most ${count(preservedLimit)}`}. When no seat is free, new users are refused; deactivating is never refused.</p>
		${may.platform() ? html`<div><button @click=${change}>Change the licence</button></div>` : ''}`);
}

const limitField = (name, label, value) => textField(name, label, { type: 'number', min: '0', step: '1', value: value ?? '', hint: 'Empty: unlimited.' });
const limit = (text) => (text === '' ? null : Number(text));

const reclassify = (tenant, save) => panel('When attributes or the order change', html`
	${may.choose()
		? radioField('reclassify', 'Users who are there already move', POLICIES, String(tenant.reclassify).toUpperCase(), (value) => save({ reclassify: value.toLowerCase() }, 'Policy saved'))
		: html`<p>${POLICIES.find((policy) => policy.value === String(tenant.reclassify).toUpperCase())?.label}</p>`}`);
