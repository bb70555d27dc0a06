import { all, api, choicesOf, confirm, html, isolated, note, openForm, quoted, selectField, textField, wrongAt } from '../kit.js';

export const nameOf = (one) => one.userName || one.id;

/** As the page shows it. */
const read = (text) => text.replace(/\s+/g, ' ').trim();

export const purgeRefusal = (one) => one.locked ? 'The profile has a data lock: the user, the devices and snapshots cannot be deleted.'
	: one.legalHold ? `The user is under legal hold: ${isolated(one.legalHold.reason)}.` : '';

/** What an administrator can do with one user; each asks first. */
export function userActs(ctx, to, reload) {
	const done = async (asked) => {
		if (await asked) await reload();
	};
	return {
		preserve: (one) => done(confirm(`Preserve ${isolated(nameOf(one))}?`, {
			action: 'Preserve', said: 'User preserved',
			body: html`<p>Access ends; the data stays and the user can be restored. ${one.locked ? 'The profile is data-locked: the seat stays held.' : 'The seat becomes free.'}</p>
				<p>While an administrator preserves a user, the IdP cannot bring it back.</p>`,
			run: () => api.post(to + '/preserve'),
		})),
		restore: (one) => {
			let taken = false;
			return done(openForm(`Restore ${isolated(nameOf(one))}?`, (update) => ({
				action: 'Restore', said: 'User restored',
				body: () => html`<p>The user becomes active again and takes a seat.</p>
					${one.visibleToScim && !taken ? '' : textField('userName', 'User name', { required: taken, max: 255,
						hint: taken ? 'Another user has the old one by now. Type one that is free.' : 'Empty: the one it had. Type another if that is taken by now.' })}`,
				run: (form) => api.post(to + '/restore', form.get('userName') ? { userName: form.get('userName') } : {}).catch((error) => {
					taken ||= error.code === 'user-name-taken';
					update();
					throw error;
				}),
			})));
		},
		profile: async (one) => {
			const choices = await all(ctx.base + '/profiles');
			await done(openForm('Change profile', () => ({
				action: 'Change', said: 'Profile changed',
				body: () => html`<p>From then on the quota of the new profile holds, and no mapping decides any more.</p>
					${selectField('profileId', 'Profile', choicesOf(choices), {
						required: true, value: one.assignment.profileId, hint: 'A data-locked profile cannot be changed again.' })}`,
				run: async (form) => form.get('profileId') !== one.assignment.profileId && api.put(to + '/profile', { profileId: form.get('profileId') }),
			})));
		},
		mail: () => done(confirm('Send the activation mail?', { action: 'Send', said: 'The activation mail is on its way',
			body: 'The link in an earlier one ends.', run: () => api.post(to + '/activation-mail') })),
		hold: (one) => done(openForm('Place a legal hold', () => ({
			action: 'Place', said: 'Legal hold placed',
			body: () => html`<p>While it stands, nobody can purge <bdi>${nameOf(one)}</bdi>, and no time limit does.</p>
				${textField('reason', 'Reason', { required: true, autofocus: true, max: 500, hint: 'For example the number of the case.' })}`,
			run: (form) => api.put(to + '/legal-hold', { reason: form.get('reason') }),
		}))),
		lift: () => done(confirm('Lift the legal hold?', { action: 'Lift', danger: true, said: 'Legal hold lifted',
			body: 'The user can be purged again, by hand or when the profile’s time is over.', run: () => api.remove(to + '/legal-hold') })),
		purge: (one) => openForm(`Purge ${isolated(nameOf(one))}?`, () => ({
			action: 'Purge for ever', danger: true, said: 'User purged',
			body: () => html`${note('bad', 'The user and everything that was backed up is deleted. Nobody can bring it back.')}
				${textField('again', `Type ${quoted(nameOf(one))} to confirm`, { required: true, autofocus: true })}`,
			run: async (form) => {
				if (read(form.get('again')) !== read(nameOf(one))) throw wrongAt('again', 'This is not the user’s name.');
				await api.remove(to);
				ctx.go(ctx.link('users'));
			},
		}), {}),
	};
}
