import {
	all, api, badge, bytes, checkField, choicesOf, count, html, joinBytes, lock, nameField, note, nothing, parseValues, path, plural,
	printValues, quotaField, radioField, selectField, shortAttribute, splitBytes, textField,
} from '../kit.js';

const LIVE_DELAY = 300;

export async function mappingChoices(tenant) {
	const base = path`/tenants/${tenant}`;
	const [profiles, regions, attributes] = await Promise.all([
		all(base + '/profiles'), all(base + '/storage-regions'),
		all(base + '/attributes').catch(() => []), // suggestions only: the wizard works without them
	]);
	return { profiles, regions, attributes };
}

/** @param {any} [from] the mapping that is duplicated or edited */
export function draftOf(from) {
	const quota = splitBytes(from?.assignment.quotaBytes);
	return {
		name: from?.name ?? '',
		all: from?.criteria.type === 'ALL_USERS',
		attribute: from?.criteria.attribute ?? '',
		values: printValues(from?.criteria.values ?? []),
		profileId: from?.assignment.profileId ?? '',
		storageRegionId: from?.assignment.storageRegionId ?? '',
		amount: quota.amount,
		unit: quota.unit,
		mail: from?.assignment.sendActivationEmail ?? true,
	};
}

/** @typedef {ReturnType<typeof draftOf>} Draft */
/** @typedef {Awaited<ReturnType<typeof mappingChoices>>} Choices */

export const criteriaOf = (draft) => draft.all
	? { type: 'ALL_USERS' }
	: { type: 'ATTRIBUTE', attribute: draft.attribute.trim(), values: parseValues(draft.values) };

export const assignmentOf = (draft) => ({
	profileId: draft.profileId,
	storageRegionId: draft.storageRegionId,
	quotaBytes: joinBytes(draft.amount, draft.unit),
	sendActivationEmail: draft.mail,
});

/** How many known users the criteria would match, asked when typing pauses. */
export function liveCount(tenant, draft, update) {
	let turn = 0;
	let answer;
	let refusal;
	let timer = 0;
	const ask = async (mine) => {
		const criteria = criteriaOf(draft);
		if (criteria.type === 'ATTRIBUTE' && (!criteria.attribute || !criteria.values?.length)) return;
		const found = await api.post(path`/tenants/${tenant}/mappings/match-count`, { criteria }).then((value) => ({ value }), (error) => ({ error }));
		if (mine !== turn) return;
		answer = 'value' in found ? found.value : undefined;
		refusal = 'error' in found ? found.error : undefined;
		update();
	};
	return {
		changed() {
			answer = refusal = undefined;
			clearTimeout(timer);
			const mine = ++turn;
			timer = setTimeout(() => ask(mine), LIVE_DELAY);
			update();
		},
		view: () => html`<p class="hint" role="status">${refusal?.problem.field === 'criteria.attribute'
			? html`<span class="problem">${refusal.message}</span>`
			: answer ? matchText(answer) : html`As you type, this line says how many known users would match.`}</p>`,
	};
}

const matchText = (answer) => answer.users === undefined
	? 'How many known users would match cannot be told for this attribute.'
	: html`<b>${count(answer.users)}</b> of ${plural(answer.of, 'known user')} would match.${
		answer.otherCase ? html` <b class="wrong">${plural(answer.otherCase, 'more user')} would if the case were the same.</b>` : ''}`;

export const criteriaStep = (draft, choices, live) => {
	const set = (key) => (value) => {
		draft[key] = value;
		live.changed();
	};
	const values = parseValues(draft.values);
	return html`
		${nameField({ value: draft.name, input: (value) => (draft.name = value) }, 'Mapping Name')}
		${radioField('type', 'Filter Users', [
			{ value: 'ATTRIBUTE', label: 'SCIM attribute', hint: 'Users whose attribute has one of the values.' },
			{ value: 'ALL_USERS', label: 'All Users', hint: 'Users are imported based on no criteria. Best as the last mapping.' },
		], draft.all ? 'ALL_USERS' : 'ATTRIBUTE', (value) => set('all')(value === 'ALL_USERS'))}
		${draft.all ? nothing : html`
			${textField('attribute', 'SCIM Attribute', { required: true, max: 400, value: draft.attribute, list: 'attributes', input: set('attribute'),
				hint: html`For example <code>department</code> or <code>emails[type eq "work"].value</code>.` })}
			<datalist id="attributes">${choices.attributes.map((one) => html`<option value=${one.attribute}>${attributeLabel(one)}</option>`)}</datalist>
			${textField('values', 'Value(s)', { required: true, value: draft.values, input: set('values'),
				hint: 'Use a comma to specify multiple values for the attribute; put a value that holds a comma in double quotes. The filter is case-sensitive. The value you specify in the SCIM mapping and the attribute value in the IdP should be in the same case.' })}
			${values.length > 1 ? html`<div class="values" role="group" aria-label="${plural(values.length, 'value')} understood">${values.slice(0, 20).map((value) => badge(value))}${
				values.length > 20 ? badge(`and ${values.length - 20} more`, 'plain-chip') : ''}</div>` : ''}`}
		${live.view()}
		${note('information', html`<p>The criteria cannot be changed later, the name and the backup configuration can.</p>`)}`;
};

const attributeLabel = (one) => one.description || shortAttribute(one.attribute);

export const assignmentStep = (draft, choices, update) => {
	const profile = choices.profiles.find((one) => one.id === draft.profileId);
	return html`
		${choices.regions.length ? nothing : note('warning', html`<p>There is no storage region yet. Create one under Storage first.</p>`)}
		${choices.profiles.length ? nothing : note('warning', html`<p>There is no profile yet. Create one under Profiles first.</p>`)}
		${selectField('storageRegionId', 'Storage', choicesOf(choices.regions), {
			required: true, placeholder: 'Choose…', value: draft.storageRegionId, input: (value) => (draft.storageRegionId = value) })}
		${selectField('profileId', 'Profile', choicesOf(choices.profiles), {
			required: true, placeholder: 'Choose…', value: draft.profileId, input: (value) => {
				draft.profileId = value;
				update();
			} })}
		${profile?.dataLocked ? note('warning', html`<b>${lock} Data lock is enabled for this profile. If you select it, you cannot:</b>
			<ul><li>Delete the snapshots, users, and devices associated with the profile.</li><li>Change profile of users.</li><li>Remove the license of the user.</li></ul>`) : ''}
		${quotaField(draft, profile ? `Empty: from the profile (${bytes(profile.quotaBytes)}).` : 'Empty: from the profile.', (part, value) => (draft[part] = value))}
		${checkField('mail', 'Send activation email to newly added users', { checked: draft.mail, change: (checked) => (draft.mail = checked) })}`;
};
