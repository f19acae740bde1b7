use leptos::prelude::*;

mod drawing;

/// One drawing of the house's own set.
///
/// `Start` and `End` follow the reading direction: they are mirrored in right-to-left pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name says what the drawing shows")]
pub enum IconName {
    Archive,
    ArrowDown,
    ArrowEnd,
    ArrowStart,
    ArrowUp,
    At,
    Bell,
    Board,
    Building,
    Calendar,
    Card,
    Check,
    CheckAll,
    ChevronDown,
    ChevronEnd,
    ChevronStart,
    ChevronUp,
    Clock,
    Close,
    Coins,
    Columns,
    Contact,
    Convert,
    Copy,
    Customers,
    Dashboard,
    Document,
    Download,
    Drag,
    Error,
    External,
    Eye,
    EyeOff,
    File,
    Filter,
    Flag,
    Fold,
    Form,
    Globe,
    History,
    Home,
    Image,
    Import,
    Info,
    Key,
    Keyboard,
    Languages,
    Link,
    List,
    Lock,
    LogOut,
    Mail,
    Menu,
    Merge,
    Minus,
    Moon,
    More,
    Note,
    Pause,
    Pencil,
    Phone,
    Pin,
    Play,
    Plus,
    Redo,
    Refresh,
    Search,
    Send,
    Settings,
    Shield,
    Sort,
    Star,
    Success,
    Sun,
    Table,
    Tag,
    Task,
    Trash,
    Undo,
    Unfold,
    Unlock,
    Upload,
    User,
    UserPlus,
    Users,
    Wand,
    Warning,
}

/// How large a drawing stands: beside small text, beside normal text, or alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IconSize {
    /// 15 px.
    Small,
    /// 18 px.
    #[default]
    Medium,
    /// 24 px.
    Large,
}

/// A drawing. It is decoration: assistive technology does not see it, so the words beside it (or the label of the
/// button around it) must say everything.
#[component]
pub fn Icon(name: IconName, #[prop(optional)] size: IconSize) -> impl IntoView {
    let class = match (size, name.follows_direction()) {
        (IconSize::Small, false) => "icon icon--small",
        (IconSize::Small, true) => "icon icon--small icon--directional",
        (IconSize::Medium, false) => "icon",
        (IconSize::Medium, true) => "icon icon--directional",
        (IconSize::Large, false) => "icon icon--large",
        (IconSize::Large, true) => "icon icon--large icon--directional",
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.drawing()></path>
        </svg>
    }
}

/// Every drawing, in the order of their names; the gallery shows them.
pub const ALL_ICONS: &[IconName] = {
    use IconName::*;
    &[
        Archive, ArrowDown, ArrowEnd, ArrowStart, ArrowUp, At, Bell, Board, Building, Calendar, Card, Check, CheckAll,
        ChevronDown, ChevronEnd, ChevronStart, ChevronUp, Clock, Close, Coins, Columns, Contact, Convert, Copy,
        Customers, Dashboard, Document, Download, Drag, Error, External, Eye, EyeOff, File, Filter, Flag, Fold, Form,
        Globe, History, Home, Image, Import, Info, Key, Keyboard, Languages, Link, List, Lock, LogOut, Mail, Menu,
        Merge, Minus, Moon, More, Note, Pause, Pencil, Phone, Pin, Play, Plus, Redo, Refresh, Search, Send, Settings,
        Shield, Sort, Star, Success, Sun, Table, Tag, Task, Trash, Undo, Unfold, Unlock, Upload, User, UserPlus, Users,
        Wand, Warning,
    ]
};
