import { api, html, newPassword, openForm, textField, toast, wrongAt, wrongPassword } from '../kit.js';
import { signedOut } from '../session.js';

const changePassword = () => openForm('Change password', () => ({
	action: 'Change password', said: 'Password changed',
	body: () => html`
		${textField('current', 'Current password', { type: 'password', required: true, autofocus: true, autocomplete: 'current-password' })}
		${newPassword('New password', { hint: 'Your other sessions end.' })}
		${textField('again', 'New password again', { type: 'password', required: true, autocomplete: 'new-password' })}`,
	run: (form) => {
		if (form.get('password') !== form.get('again')) throw wrongAt('again', 'The two new passwords differ.');
		return api.put('/session/password', { current: form.get('current'), password: form.get('password') }).catch(wrongPassword('current', 'This is not your password.'));
	},
}), {});

const signOutEverywhere = () => openForm('Sign out everywhere', () => ({
	action: 'Sign out everywhere',
	body: () => html`<p>Every session of yours ends, on this and on other computers. API keys keep working.</p>`,
	run: () => api.bare('DELETE', '/sessions').then(signedOut),
}));

export const accountItems = ({ platform, link, signOut }) => [
	platform && { label: 'Tenants', href: link('tenants') },
	platform && { label: 'Platform', href: link('platform') },
	{ label: 'Light, dark or as the system', run: nextTheme },
	{ label: 'Change password', run: changePassword },
	{ label: 'Sign out everywhere', run: signOutEverywhere },
	{ label: 'Sign out', run: signOut },
];

const THEME_KEY = 'usher.theme';
const THEMES = ['', 'light', 'dark'];

const applyTheme = (theme) => (document.documentElement.dataset.theme = theme);

function nextTheme() {
	const theme = THEMES[(THEMES.indexOf(localStorage.getItem(THEME_KEY) ?? '') + 1) % THEMES.length];
	localStorage.setItem(THEME_KEY, theme);
	applyTheme(theme);
	toast(theme ? `The ${theme} look` : 'The look follows the system');
}

applyTheme(localStorage.getItem(THEME_KEY) ?? '');
