//! What is done to views from the bar. Browser only.

use kernel::{Error, I18n, Problems, Result, RoleId, ViewId, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Toast, Toasts};

use super::Viewing;
use crate::api::{arrange_view, create_view, delete_view, list_views, restore_view, share_view, update_view};
use crate::{Opened, Sharing, View, ViewDraft};

/// The acts. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Acts {
    viewing: Viewing,
    navigate: Callback<String>,
    i18n: I18n,
    problems: Problems,
    toasts: Toasts,
}

impl Acts {
    pub fn new(viewing: Viewing, navigate: Callback<String>) -> Self {
        Self { viewing, navigate, i18n: use_i18n(), problems: use_problems(), toasts: Toasts::here() }
    }

    /// Saves what is shown as the view that is open.
    pub fn save(self) {
        let Some(view) = untrack(|| self.viewing.view()) else { return };
        let draft = ViewDraft { record_kind: view.record_kind, name: view.name.clone(), look: self.look() };
        spawn_local(async move {
            let saved = update_view(view.id, view.version, draft).await;
            self.take(saved, "views-saved");
        });
    }

    /// Saves what is shown as a new view of this name.
    pub fn create(self, name: String, refused: RwSignal<Option<Error>>, done: Callback<()>) {
        let draft = ViewDraft { record_kind: self.viewing.kind, name, look: self.look() };
        spawn_local(async move {
            let saved = create_view(draft).await;
            self.answer(saved, "views-saved", refused, done);
        });
    }

    /// Calls the view that is open otherwise.
    pub fn rename(self, name: String, refused: RwSignal<Option<Error>>, done: Callback<()>) {
        let Some(view) = untrack(|| self.viewing.view()) else { return };
        let draft = ViewDraft { record_kind: view.record_kind, name, look: view.look.clone() };
        spawn_local(async move {
            let saved = update_view(view.id, view.version, draft).await;
            if let Ok(saved) = &saved {
                self.put(saved.clone());
            }
            self.told(saved, "views-saved", refused, done);
        });
    }

    /// Shares the view that is open.
    pub fn share(
        self,
        sharing: Sharing,
        firsts: Vec<RoleId>,
        refused: RwSignal<Option<Error>>,
        done: Callback<()>,
    ) {
        let Some(view) = untrack(|| self.viewing.view()) else { return };
        spawn_local(async move {
            let shared = share_view(view.record_kind, view.id, view.version, sharing, firsts).await;
            if let Ok(shared) = &shared {
                self.put(shared.clone());
            }
            self.told(shared, "views-shared", refused, done);
        });
    }

    /// Keeps a view at hand or not, lets it open first or not.
    pub fn arrange(self, id: ViewId, is_pinned: bool, is_first: bool) {
        spawn_local(async move {
            match arrange_view(id, is_pinned, is_first).await {
                Ok(view) => {
                    self.put(view);
                    // Another one may have been the first until now.
                    refetch(self.viewing);
                }
                Err(error) => self.problems.report(error),
            }
        });
    }

    /// Deletes a view, with a way back in the toast.
    pub fn delete(self, view: View) {
        let layout = view.look.layout;
        spawn_local(async move {
            match delete_view(view.id).await {
                Ok(()) => {
                    let text = self.i18n.text("views-deleted", &[("name", view.name.as_str().into())]);
                    let undo = self.i18n.text("views-undo", &[]);
                    let id = view.id;
                    self.toasts.show(Toast::neutral(text).action(undo, move || self.restore(id)));
                    let usual = Opened { view: None, look: crate::Look { layout, ..crate::Look::default() } };
                    self.viewing.views.update(|views| views.views.retain(|own| own.id != id));
                    self.navigate.run(self.viewing.href.run(usual));
                }
                Err(error) => self.problems.report(error),
            }
        });
    }

    fn restore(self, id: ViewId) {
        spawn_local(async move {
            match restore_view(id).await {
                Ok(view) => self.go(view),
                Err(error) => self.problems.report(error),
            }
        });
    }

    fn look(self) -> crate::Look {
        self.viewing.fill.run(untrack(|| self.viewing.look()))
    }

    fn take(self, saved: Result<View>, said: &str) {
        match saved {
            Ok(view) => {
                self.toasts.show(Toast::positive(self.i18n.text(said, &[])));
                self.go(view);
            }
            Err(error) => self.problems.report(error),
        }
    }

    fn answer(self, saved: Result<View>, said: &str, refused: RwSignal<Option<Error>>, done: Callback<()>) {
        if let Ok(view) = &saved {
            self.go(view.clone());
        }
        self.told(saved, said, refused, done);
    }

    fn told(self, saved: Result<View>, said: &str, refused: RwSignal<Option<Error>>, done: Callback<()>) {
        match saved {
            Ok(_) => {
                self.toasts.show(Toast::positive(self.i18n.text(said, &[])));
                done.run(());
            }
            Err(Error::Unauthenticated) => self.problems.report(Error::Unauthenticated),
            Err(error) => refused.set(Some(error)),
        }
    }

    /// Goes to a view as it is saved now.
    fn go(self, view: View) {
        let href = || self.viewing.href.run(Opened { view: Some(view.id), look: view.look.clone() });
        self.put(view.clone());
        self.navigate.run(href());
    }

    fn put(self, view: View) {
        let _gone = self.viewing.views.try_update(|views| {
            match views.views.iter_mut().find(|own| own.id == view.id) {
                Some(own) => *own = view,
                None => views.views.push(view),
            }
        });
    }
}

/// Fetches the views anew.
pub(super) fn refetch(viewing: Viewing) {
    spawn_local(async move {
        if let Ok(views) = list_views(viewing.kind).await {
            let _gone = viewing.views.try_set(views);
        }
    });
}
