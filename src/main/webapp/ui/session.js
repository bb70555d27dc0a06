import { html } from './lib/lit-html.js';
import { api, gates } from './api.js';
import { button } from './components/button.js';
import { openForm } from './components/dialog.js';
import { textField, wrongPassword } from './components/field.js';

/** Who works here. Roles only decide what is shown; what is allowed the server decides. @type {Session} */
export const session = { name: '', role: '', tenant: null, ended: false };

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

/** Another value each time: it is how other windows hear of it. */
export const signedIn = () => localStorage.setItem(SIGNED_IN, String(Date.now()));

export const signInPage = () => `/ui/login.html?to=${encodeURIComponent(location.pathname + location.search)}`;

/** True when somebody is signed in; otherwise the browser is on its way to the sign-in page. */
export async function whoAmI() {
	if (!localStorage.getItem(SIGNED_IN)) return leave();
	try {
		Object.assign(session, await api.bare('GET', '/session'));
		addEventListener('storage', elsewhere);
		return true;
	} catch (/** @type {any} */ error) {
		if (error.status !== 401) throw error;
		return leave();
	}
}

function leave() {
	location.replace(signInPage());
	return false;
}

export async function signOut() {
	await api.bare('DELETE', '/session').catch(() => undefined);
	signedOut();
}

export function signedOut() {
	localStorage.removeItem(SIGNED_IN);
	location.replace('/ui/login.html?ended');
}

/** The session is over, and nobody signed in again; the frame says so. */
function ended(over = true) {
	session.ended = over;
	dispatchEvent(new Event('usher:session'));
}

/** Another window signed in or out: this one goes on under the same name only. */
async function elsewhere({ key, newValue }) {
	if (key !== SIGNED_IN) return;
	if (!newValue) return ended();
	const { name } = await api.bare('GET', '/session');
	if (name !== session.name) {
		// None may hold this page back.
		document.querySelectorAll('dialog').forEach((one) => one.close());
		return location.reload();
	}
	answered?.(true);
	ended(false);
}

/** Known to a window at the OpenID provider, so that it closes itself when it is back. */
export const POPUP = 'usher.popup';

/** At the provider, in a window of its own: this page and what was typed here stay. */
function atProvider(freshly) {
	sessionStorage.setItem(POPUP, '1');
	open(`/api/v1/oidc/start?to=/ui/&freshly=${freshly}`, 'usher-sign-in', 'popup,width=520,height=700');
	sessionStorage.removeItem(POPUP);
}

let asking;
let answered;

/** One password dialog for however many requests were refused at the same time. It lies over whatever was being done: nothing typed is lost. */
function ask(title, text, freshly, run) {
	asking ??= openForm(title, (update, close) => {
		let provider = '';
		api.bare('GET', '/oidc').then(({ name }) => {
			provider = name;
			update();
		}, () => undefined);
		answered = close;
		return {
			action: 'Continue',
			body: () => html`<p>${text}</p>
				<input type="text" name="name" value=${session.name} autocomplete="username" class="unseen" tabindex="-1" readonly aria-hidden="true">
				${textField('password', `Password of ${session.name}`, { type: 'password', required: true, autofocus: true, autocomplete: 'current-password' })}`,
			beside: () => provider ? button(`Sign in with ${provider}`, () => atProvider(freshly)) : '',
			run: (form) => run(String(form.get('password'))).catch(wrongPassword('password', 'The password is wrong.')),
		};
	}, {}).then((result) => {
		asking = undefined;
		return result !== undefined;
	});
	return asking;
}

async function signIn(password) {
	await api.bare('POST', '/session', { name: session.name, password });
	signedIn();
	ended(false);
}

gates.signIn = async () => {
	const again = await ask('Your session has ended', 'Sign in again to go on. Nothing that you typed is lost.', false, signIn);
	if (!again) ended();
	return again;
};
/** Who signs in has shown the password: where the session has ended meanwhile, that is the proof. */
gates.prove = () => ask('Confirm that it is you', 'This step asks for your password again.', true,
	(password) => api.bare('POST', '/session/proof', { password }).catch((error) => {
		if (error.status !== 401) throw error;
		return signIn(password);
	}));
gates.ended = ended;
