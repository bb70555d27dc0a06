import { api, areaField, breakable, button, check, cross, hint, html, isolated, note, openDialog, path, shortAttribute, valid } from '../kit.js';
import { scimUser } from './users.js';

const EXAMPLE = JSON.stringify(scimUser({ userName: 'alice@example.com', title: 'Engineer', department: 'Engineering' }), null, 2);

export const previewUser = (tenant) => openDialog('Try a user', (close, update) => {
	let text = EXAMPLE;
	let answer;
	let refusal;
	const run = async (event) => {
		event.preventDefault();
		if (!valid(event.currentTarget)) return;
		answer = refusal = undefined;
		try {
			answer = await api.post(path`/tenants/${tenant}/mappings/preview`, { user: JSON.parse(text) });
		} catch (error) {
			refusal = error instanceof SyntaxError ? { message: `This is not JSON: ${error.message}` } : error;
		}
		update();
	};
	return () => html`<form novalidate @submit=${run}>
		<div class="body">
			${hint('A user as the IdP would send it. Nothing is stored and nobody is told.')}
			${areaField('user', 'SCIM user', { value: text, required: true, input: (value) => (text = value) })}
			<div role="alert">${refusal ? note('bad', refusal.message) : ''}</div>
			<div role="status" class="stack">${answer ? outcome(answer) : ''}</div>
		</div>
		<footer>${button('Close', () => close())}<button class="primary">Try</button></footer>
	</form>`;
}, { wide: true });

const outcome = (answer) => html`
	${answer.mapping ? note('good', html`<p>The mapping <b>${answer.mapping.name}</b> would take this user.</p>`)
		: note('bad', 'No mapping matches: this user would be refused.')}
	${comparisons(answer.comparisons ?? [])}`;

export function comparisons(list) {
	const winner = list.findIndex((one) => one.met);
	return html`<ol class="checks" aria-label="Mappings tried, in order">${list.map((one, index) => html`<li>
		<span class=${index === winner ? 'yes' : 'no'}>${one.met ? check : cross}</span>
		<div><b>${one.mapping.name}</b> <span class="unseen">${one.met ? 'matches' : 'does not match'}</span>
			${hint(html`${sentence(one)}${one.met && index > winner ? '. An earlier one takes the user' : ''}`)}</div></li>`)}</ol>`;
}

function sentence(one) {
	const { attribute } = one;
	if (!attribute) return 'All Users: matches everybody';
	const name = html`<code title=${attribute}>${breakable(shortAttribute(attribute))}</code>`;
	if (!one.found?.length) return html`${name} is absent, wanted ${quoted(one.wanted)}`;
	return html`${name} = ${quoted(one.found)}${one.met ? html`, as wanted` : html`, wanted ${quoted(one.wanted)}`}${
		one.nearMiss ? html`: <b class="wrong">${one.nearMiss}</b>` : ''}`;
}

const quoted = (values = []) => {
	const shown = values.slice(0, 5).map((value) => `"${isolated(value)}"`).join(', ');
	return values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
};
