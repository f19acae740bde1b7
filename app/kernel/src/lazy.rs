//! What is loaded only when somebody needs it: pages when somebody goes there, and parts of a page when somebody opens
//! them.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::ChooseView;

use crate::{Error, use_problems};

/// So long after a page has come its parts are fetched, if nobody opened them before: what people wait for comes first.
const PAUSE: Duration = Duration::from_millis(1_500);

/// Something that comes later.
pub type Coming<T> = Pin<Box<dyn Future<Output = T>>>;

/// A page whose program is loaded only when somebody goes there; [`lazy_page!`](crate::lazy_page) makes it. One type for
/// all pages, so that the router's code is in the program once and not once for each page.
#[derive(Clone, Copy, Debug)]
pub struct LazyPage {
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))] // Only a server announces.
    area: &'static str,
    view: fn() -> Coming<AnyView>,
    preload: fn() -> Coming<()>,
}

impl LazyPage {
    #[doc(hidden)] // Called by `lazy_page!`.
    pub const fn new(area: &'static str, view: fn() -> Coming<AnyView>, preload: fn() -> Coming<()>) -> Self {
        Self { area, view, preload }
    }

    /// Fetches its program when the page that calls this has been there for a moment: whoever goes on to it does not wait.
    pub fn fetch_soon(self) {
        Effect::new(move |_| set_timeout(move || spawn_local((self.preload)()), PAUSE));
    }
}

impl ChooseView for LazyPage {
    async fn choose(self) -> AnyView {
        #[cfg(not(target_arch = "wasm32"))]
        announce(self.area);
        (self.view)().await
    }

    async fn preload(&self) {
        (self.preload)().await;
    }
}

/// The addresses of what the program of each area is made of, for who draws a page on the server.
///
/// Leptos has a way of its own to announce them, and loses them on most requests: it looks for its contexts when all is
/// drawn, on the thread where that ended, and finds those of that thread.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, Default)]
pub struct Pieces(pub std::sync::Arc<std::collections::BTreeMap<String, Vec<String>>>);

/// Has the browser fetch the program of an area together with that of the whole.
#[cfg(not(target_arch = "wasm32"))]
fn announce(area: &str) {
    let Some(Pieces(areas)) = use_context() else { return };
    for address in areas.get(area).into_iter().flatten().cloned() {
        // The component notes it for the head of the page and writes nothing here.
        let link = match address.ends_with(".js") {
            true => view! { <leptos_meta::Link rel="modulepreload" href=address /> }.into_any(),
            false => view! {
                <leptos_meta::Link rel="preload" href=address as_="fetch" type_="application/wasm" crossorigin="anonymous" />
            }
            .into_any(),
        };
        drop(link.to_html());
    }
}

/// The path of a route, in the form of `leptos_router::path!`. Its type is the same for all paths, for the reason that
/// [`LazyPage`] gives.
#[macro_export]
macro_rules! route_path {
    ($path:tt) => {
        ::std::sync::Arc::new(leptos_router::path!($path))
            as ::std::sync::Arc<dyn leptos_router::PossibleRouteMatch + Send + Sync>
    };
}

/// Pages whose program is loaded only when somebody goes where they are.
///
/// `lazy_page!(customers: CustomersRoute => list::CustomerListPage)` makes a route out of a component without
/// properties; it is given to the router as `view=CustomersRoute`. All pages of one area, here `customers`, are one
/// piece of the program: one that is opened brings its neighbours along, and what two areas share is cut into few
/// pieces. (`leptos_router::lazy_route` makes a piece of every page, and hundreds of what pages share.) The names of
/// routes differ over all crates.
#[macro_export]
macro_rules! lazy_page {
    ($area:ident: $($route:ident => $page:path),+ $(,)?) => { $crate::pastey::paste! {$(
        #[allow(missing_docs, non_upper_case_globals)]
        pub const $route: $crate::LazyPage = $crate::LazyPage::new(
            ::std::stringify!($area),
            || ::std::boxed::Box::pin([<lazy_ $route:snake>]()),
            || {
                ::std::boxed::Box::pin(async {
                    #[cfg(target_arch = "wasm32")]
                    [<__preload_lazy_ $route:snake>]().await;
                })
            },
        );

        #[leptos::lazy([<area_ $area>])]
        fn [<lazy_ $route:snake>]() -> leptos::prelude::AnyView {
            leptos::prelude::IntoAny::into_any($page())
        }
    )+} };
}

/// A part of a page that nobody sees until they act, such as a dialog: its program comes after the page answers.
///
/// `lazy_part!(leads_later: fn move_dialog(moves: Moves) => view! { <MoveDialog moves=moves /> })` makes a function
/// `move_dialog(is_open, give_up, moves)`. It shows nothing, on the server too, until `is_open` is true for the first
/// time; then the part is built and stays. `give_up` closes what could not be fetched. The program comes by itself when
/// the page has been there for a moment, so that who opens it later does not wait. The names of parts differ over all
/// crates.
#[macro_export]
macro_rules! lazy_part {
    ($area:ident: $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) => $view:expr) => { $crate::pastey::paste! {
        $vis fn $name(
            is_open: impl Into<leptos::prelude::Signal<bool>>,
            give_up: impl Fn() + Send + Sync + 'static,
            $($arg: $type),*
        ) -> leptos::prelude::AnyView {
            #[cfg(target_arch = "wasm32")]
            #[leptos::wasm_split::wasm_split(
                [<area_ $area>],
                wasm_split_path = leptos::wasm_split,
                preload([<preload_part_ $name>]),
                fallible
            )]
            fn [<part_ $name>]($($arg: $type),*) -> Result<leptos::prelude::AnyView, leptos::wasm_split::SplitLoaderError> {
                Ok(leptos::prelude::IntoAny::into_any($view))
            }
            #[cfg(not(target_arch = "wasm32"))]
            async fn [<part_ $name>]($($arg: $type),*) -> Result<leptos::prelude::AnyView, ()> {
                Ok(leptos::prelude::IntoAny::into_any($view))
            }
            $crate::later(
                is_open.into(),
                leptos::prelude::Callback::new(move |()| give_up()),
                || {
                    ::std::boxed::Box::pin(async {
                        #[cfg(target_arch = "wasm32")]
                        {
                            [<preload_part_ $name>]().await.is_ok()
                        }
                        #[cfg(not(target_arch = "wasm32"))]
                        true
                    })
                },
                ::std::boxed::Box::new(move || $crate::at_once([<part_ $name>]($($arg.clone()),*))?.ok()),
            )
        }
    } };
}

/// What a future gives without waiting; for [`lazy_part!`](crate::lazy_part), whose program is there by then.
#[doc(hidden)]
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// Shows a part once it is opened and its program has come; for [`lazy_part!`](crate::lazy_part).
#[doc(hidden)]
pub fn later(
    is_open: Signal<bool>,
    give_up: Callback<()>,
    load: fn() -> Coming<bool>,
    make: Box<dyn Fn() -> Option<AnyView> + Send + Sync>,
) -> AnyView {
    let (is_wanted, is_here) = (RwSignal::new(false), RwSignal::new(false));
    let problems = use_problems();
    let fetch = move |is_asked: bool| {
        spawn_local(async move {
            if load().await {
                let _gone = is_here.try_set(true);
            } else if is_asked {
                let _gone = is_wanted.try_set(false);
                let _gone = give_up.try_run(());
                problems.report(Error::Unreachable);
            }
        });
    };
    Effect::new(move |_| set_timeout(move || fetch(false), PAUSE));
    Effect::new(move |_| {
        if is_open.get() && !is_wanted.get_untracked() {
            is_wanted.set(true);
            if !is_here.get_untracked() {
                fetch(true);
            }
        }
    });
    // Becomes true once: the part is built once, and closes and opens by itself from then on.
    let is_shown = Memo::new(move |_| is_wanted.get() && is_here.get());
    (move || if is_shown.get() { make() } else { None }).into_any()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use futures::StreamExt;
    use leptos_meta::{ServerMetaContext, provide_meta_context};

    use super::*;

    #[tokio::test]
    async fn a_page_has_the_program_of_its_area_fetched_early() {
        let _ = any_spawner::Executor::init_tokio();
        let pieces = vec!["/assets/leads.wasm".to_owned(), "/assets/split.js".to_owned()];
        let other = vec!["/assets/board.wasm".to_owned()];
        let areas = [("leads".to_owned(), pieces), ("board".to_owned(), other)];
        let (meta, head) = ServerMetaContext::new();
        let owner = Owner::new();
        owner.with(|| {
            provide_context(meta);
            provide_meta_context();
            provide_context(Pieces(std::sync::Arc::new(areas.into())));
        });
        let page = LazyPage::new("leads", || Box::pin(async { ().into_any() }), || Box::pin(async {}));
        drop(owner.with(|| ScopedFuture::new(page.choose())).await);
        let page = futures::stream::iter(["<head><!--HEAD--></head>".to_owned()]);
        let page: String = head.inject_meta_context(page).await.collect().await;
        assert!(page.contains(r#"href="/assets/leads.wasm" rel="preload""#), "{page}");
        assert!(page.contains(r#"href="/assets/split.js" rel="modulepreload""#), "{page}");
        assert!(!page.contains("board"), "{page}");
    }
}
