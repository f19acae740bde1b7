/// A page whose program is loaded only when somebody goes there.
///
/// `lazy_page!(CustomersRoute => list::CustomerListPage)` makes a route out of a component without properties; it is
/// given to the router as `view={Lazy::<CustomersRoute>::new()}`. The names of routes differ over all crates, since
/// the pieces of the program are named after them.
#[macro_export]
macro_rules! lazy_page {
    ($($route:ident => $page:path),+ $(,)?) => {$(
        #[allow(missing_docs)]
        #[derive(Debug)]
        pub struct $route;

        #[leptos_router::lazy_route]
        impl leptos_router::LazyRoute for $route {
            fn data() -> Self {
                Self
            }

            fn view(_this: Self) -> leptos::prelude::AnyView {
                leptos::prelude::IntoAny::into_any($page())
            }
        }
    )+};
}
