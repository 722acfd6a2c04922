//! The names of an enum's values, declared once.

/// Declares enums whose values have names in the data files, and in links.
///
/// `Value = "name"`, or `Value = "name in the file" | "name-in-a-link"` where the two differ.
/// The documentation of a value ends with its names.
macro_rules! names {
    (@link $name:literal) => { $name };
    (@link $name:literal $link:literal) => { $link };
    ($($(#[$doc:meta])* $type:ident {
        $($(#[$value_doc:meta])* $value:ident = $name:literal $(| $link:literal)?),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type {$(
            $(#[$value_doc])*
            #[doc = ""]
            #[doc = concat!("Written `", $name, "`" $(, ", in a link `", $link, "`")?, ".")]
            $value
        ),+}

        impl $type {
            /// Every value, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The names of [`Self::ALL`].
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The names of [`Self::ALL`] in a link.
            pub const LINK_NAMES: &'static [&'static str] =
                &[$($crate::data::names::names!(@link $name $($link)?)),+];

            /// The name in the data file.
            pub fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            /// The name in a link.
            pub fn link_name(self) -> &'static str {
                match self { $(Self::$value => $crate::data::names::names!(@link $name $($link)?)),+ }
            }

            /// The value of that [`Self::name`].
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }

            /// The value of that [`Self::link_name`].
            pub fn parse_link(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.link_name() == name)
            }
        }
    )+};
}

pub(crate) use names;
