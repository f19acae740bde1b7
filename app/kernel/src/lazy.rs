/// Pages whose program is loaded only when somebody goes where they are.
///
/// `lazy_page!(customers: CustomersRoute => list::CustomerListPage)` makes a route out of a component without
/// properties; it is given to the router as `view={Lazy::<CustomersRoute>::new()}`. All pages of one area, here
/// `customers`, are one piece of the program: one that is opened brings its neighbours along, and what two areas share
/// is cut into few pieces. (`leptos_router::lazy_route` makes a piece of every page, and hundreds of what pages share.)
/// The names of routes differ over all crates.
#[macro_export]
macro_rules! lazy_page {
    ($area:ident: $($route:ident => $page:path),+ $(,)?) => { $crate::pastey::paste! {$(
        #[allow(missing_docs)]
        #[derive(Debug)]
        pub struct $route;

        #[leptos::lazy([<area_ $area>])]
        fn [<lazy_ $route:snake>]() -> leptos::prelude::AnyView {
            leptos::prelude::IntoAny::into_any($page())
        }

        impl leptos_router::LazyRoute for $route {
            fn data() -> Self {
                Self
            }

            async fn view(_this: Self) -> leptos::prelude::AnyView {
                [<lazy_ $route:snake>]().await
            }

            async fn preload() {
                #[cfg(target_arch = "wasm32")]
                [<__preload_lazy_ $route:snake>]().await;
            }
        }
    )+} };
}
