import { html } from './lib/lit-html.js';
import { api } from './api.js';
import { textField, valid } from './components/field.js';
import { note } from './components/state.js';
import { mount } from './components/view.js';
import { SIGNED_IN } from './session.js';

/** Only a place inside the console: an address given from outside must not lead elsewhere. */
export const inside = (to) => (to && /^\/ui\/(?!\/)[\w\-./?=&%:+~]*$/.test(to) && !to.includes('login.html') ? to : '/ui/');

let busy = false;
let error;
const parameters = new URLSearchParams(location.search);
const to = inside(parameters.get('to'));
let provider = '';

const REFUSED = {
	unknown: 'You are signed in there, but are no administrator here. Ask one to add you with the same e-mail address.',
	provider: 'The other side cannot be reached. Sign in with your password, or try again later.',
	attempt: 'That took too long, or the answer could not be believed. Try again.',
};

const explained = (refusal) =>
	refusal.status === 401 ? 'The name or the password is wrong.' : refusal.message;

async function submit(event) {
	event.preventDefault();
	const form = event.currentTarget;
	if (busy || !valid(form)) return;
	busy = true;
	error = undefined;
	update();
	try {
		const { name, password } = Object.fromEntries(new FormData(form));
		await api.bare('POST', '/session', { name, password });
		enter();
	} catch (refusal) {
		error = refusal;
		busy = false;
		update();
		form.elements.namedItem('password').select();
	}
}

function enter() {
	localStorage.setItem(SIGNED_IN, '1');
	location.replace(to);
}

const view = () => html`<div class="sign-in"><main>
	<div class="card">
		<div class="brand"><img src="/ui/icon.svg" alt=""> Usher</div>
		<h1 class="unseen">Sign in to Usher</h1>
		${parameters.has('ended') && !error ? note('information', 'You are signed out.') : ''}
		<form novalidate @submit=${submit}>
			${textField('name', 'Name', { required: true, autofocus: true, autocomplete: 'username', max: 100 })}
			${textField('password', 'Password', { required: true, type: 'password', autocomplete: 'current-password', max: 1000 })}
			<div role="alert">${error ? note('bad', explained(error)) : parameters.has('refused') ? note('bad', REFUSED[parameters.get('refused') ?? ''] ?? REFUSED.attempt) : ''}</div>
			<button class="primary" aria-busy=${String(busy)}>${busy ? 'Signing in…' : 'Sign in'}</button>
		</form>
		${provider ? html`<a class="button" href="/api/v1/oidc/start?to=${encodeURIComponent(to)}">Sign in with ${provider}</a>` : ''}
	</div>
</main></div>`;

const update = mount(document.getElementById('app'), () => view());
// Back from the provider: the session's cookie came with the answer.
if (parameters.has('in')) enter();
document.querySelector('input')?.focus();
api.bare('GET', '/oidc').then(({ name }) => {
	provider = name;
	update();
});
