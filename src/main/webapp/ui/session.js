import { html } from './lib/lit-html.js';
import { api, gates } from './api.js';
import { openForm } from './components/dialog.js';
import { textField } from './components/field.js';

/**
 * Who works here. Roles only decide what is shown; what is allowed the server decides.
 * @typedef {{ name: string, role: string, tenant: string | null }} Session
 */

export const session = { name: '', role: '', tenant: null };

const CHOOSERS = ['PLATFORM_ADMINISTRATOR', 'CLOUD_ADMINISTRATOR'];
const WRITERS = [...CHOOSERS, 'ADMINISTRATOR'];
const role = () => session.role.toUpperCase().replaceAll(/[ -]/g, '_');

export const may = {
	platform: () => role() === 'PLATFORM_ADMINISTRATOR',
	choose: () => CHOOSERS.includes(role()),
	write: () => WRITERS.includes(role()),
};

/** Tells this page whether asking makes sense; the session itself is in a cookie that no script can read. */
export const SIGNED_IN = 'usher.signed-in';

const signInPage = (where) => `/ui/login.html?to=${encodeURIComponent(where)}`;

/** True when somebody is signed in; otherwise the browser is on its way to the sign-in page. */
export async function whoAmI() {
	if (!localStorage.getItem(SIGNED_IN)) return leave();
	try {
		Object.assign(session, await api.bare('GET', '/session'));
		return true;
	} catch (/** @type {any} */ error) {
		if (error.status !== 401) throw error;
		return leave();
	}
}

function leave() {
	location.replace(signInPage(location.pathname + location.search));
	return false;
}

export async function signOut() {
	await api.bare('DELETE', '/session').catch(() => undefined);
	localStorage.removeItem(SIGNED_IN);
	location.replace('/ui/login.html?ended');
}

let asking;

/**
 * One password dialog for however many requests were refused at the same time. It lies over whatever was being done:
 * nothing typed is lost.
 */
function ask(title, text, run) {
	asking ??= openForm(title, () => ({
		action: 'Continue',
		body: () => html`<p>${text}</p>
			<input type="text" name="name" value=${session.name} autocomplete="username" class="unseen" tabindex="-1" readonly aria-hidden="true">
			${textField('password', `Password of ${session.name}`, { type: 'password', required: true, autofocus: true, autocomplete: 'current-password' })}`,
		run: (form) => run(String(form.get('password'))),
	})).then((result) => {
		asking = undefined;
		return result !== undefined;
	});
	return asking;
}

const wrongPassword = (error) => {
	if (error.status === 401 || error.status === 403) error.message = 'The password is wrong.';
	throw error;
};

gates.signIn = () => ask('Your session has ended', 'Sign in again to go on. Nothing that you typed is lost.',
	(password) => api.bare('POST', '/session', { name: session.name, password }).catch(wrongPassword));
gates.prove = () => ask('Confirm that it is you', 'This step asks for your password again.',
	(password) => api.bare('POST', '/session/proof', { password }).catch(wrongPassword));
