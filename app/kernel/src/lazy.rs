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
    view: fn() -> Coming<AnyView>,
    preload: fn() -> Coming<()>,
}

impl LazyPage {
    #[doc(hidden)] // Called by `lazy_page!`.
    pub const fn new(view: fn() -> Coming<AnyView>, preload: fn() -> Coming<()>) -> Self {
        Self { view, preload }
    }
}

impl ChooseView for LazyPage {
    async fn choose(self) -> AnyView {
        (self.view)().await
    }

    async fn preload(&self) {
        (self.preload)().await;
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
