import { api, areaField, html, note, openDialog, path, valid } from '../kit.js';
import { comparisons } from './why.js';

const EXAMPLE = JSON.stringify({
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
	userName: 'alice@example.com',
	title: 'Engineer',
	'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Engineering' },
}, null, 2);

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
			<p class="hint">A user as the IdP would send it. Nothing is stored and nobody is told.</p>
			${areaField('user', 'SCIM user', { value: text, required: true, input: (value) => (text = value) })}
			<div role="alert">${refusal ? note('bad', refusal.message) : ''}</div>
			<div role="status" class="stack">${answer ? outcome(answer) : ''}</div>
		</div>
		<footer><button type="button" @click=${() => close()}>Close</button><button class="primary">Try</button></footer>
	</form>`;
}, { wide: true });

const outcome = (answer) => html`
	${answer.mapping ? note('good', html`<p>The mapping <b>${answer.mapping.name}</b> would take this user.</p>`)
		: note('bad', html`<p>No mapping matches: this user would be refused.</p>`)}
	${comparisons(answer.comparisons ?? [])}`;
