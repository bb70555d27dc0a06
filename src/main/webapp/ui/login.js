import { html } from './lib/lit-html.js';
import { api } from './api.js';
import { submitter } from './components/dialog.js';
import { textField } from './components/field.js';
import { note } from './components/state.js';
import { mount } from './components/view.js';
import { POPUP, signedIn } from './session.js';

/** A place inside the console: an address from outside must not lead elsewhere. */
export const inside = (to) => (to && /^\/ui\/(?!\/)[\w\-./?=&%:+~]*$/.test(to) && !to.includes('login.html') ? to : '/ui/');

const parameters = new URLSearchParams(location.search);
const to = inside(parameters.get('to'));
let provider = '';

const REFUSED = {
	unknown: 'You are signed in there, but no administrator here. Ask one to add you with the same e-mail.',
	several: 'Several administrators have your e-mail. Ask a platform administrator to leave it to one.',
	provider: 'The other side cannot be reached. Use your password, or try later.',
	attempt: 'That took too long, or the answer could not be believed. Try again.',
};

function enter() {
	signedIn();
	if (sessionStorage.getItem(POPUP)) close();
	else location.replace(to);
}

const submission = submitter(() => update(), (form) => api.bare('POST', '/session', Object.fromEntries(form)).catch((error) => {
	/** @type {any} */ (document.querySelector('[name=password]')).select();
	if (error.status === 401) Object.assign(error, { title: 'Not signed in', message: 'The name or the password is wrong.' });
	throw error;
}), enter);

const view = () => html`<div class="sign-in"><main>
	<div class="card">
		<div class="brand"><img src="/ui/icon.svg" alt=""> Usher</div>
		<h1 class="unseen">Sign in to Usher</h1>
		${parameters.has('ended') ? note('information', 'You are signed out.') : ''}
		<form novalidate @submit=${submission.submit}>
			${textField('name', 'Name', { required: true, autofocus: true, autocomplete: 'username', max: 100 })}
			${textField('password', 'Password', { required: true, type: 'password', autocomplete: 'current-password', max: 1000 })}
			${parameters.has('refused') ? note('bad', REFUSED[parameters.get('refused') ?? ''] ?? REFUSED.attempt) : ''}
			${submission.complaint()}
			<button class="primary" aria-busy=${submission.busy()}>Sign in</button>
		</form>
		${provider ? html`<a class="button" href="/api/v1/oidc/start?to=${encodeURIComponent(to)}">Sign in with ${provider}</a>` : ''}
	</div>
</main></div>`;

const update = mount(document.getElementById('app'), view);
// With the session's cookie.
if (parameters.has('in')) enter();
document.querySelector('input')?.focus();
api.bare('GET', '/oidc').then(({ name }) => {
	provider = name;
	update();
}, () => undefined);
