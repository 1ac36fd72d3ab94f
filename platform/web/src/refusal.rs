//! Whole requests that are turned away, each for a reason the sender can mend.

use axum::http::StatusCode;

/// Why a request was turned away before any page could answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read: broken text, broken JSON, a missing part.
    Unreadable,
    /// It comes from a form on another site.
    CrossSite,
    /// There is no such page.
    NotFound,
    /// The page exists, but not for this method.
    WrongMethod,
    /// What it was about is gone for good.
    Gone,
    /// The body is larger than anything we ask for.
    TooLarge,
    /// The address is longer than any of ours.
    LongAddress,
    /// The body is of a kind we do not read here.
    WrongKind,
    /// It was understood, but what it says does not hold.
    Invalid,
    /// It took too long.
    TooSlow,
    /// The database is busy or away; waiting helps.
    Busy,
    /// There is no room left to write.
    Full,
    /// Our own fault.
    Fault,
}

impl Refusal {
    const ALL: [Self; 13] = [
        Self::Unreadable,
        Self::CrossSite,
        Self::NotFound,
        Self::WrongMethod,
        Self::Gone,
        Self::TooLarge,
        Self::LongAddress,
        Self::WrongKind,
        Self::Invalid,
        Self::TooSlow,
        Self::Busy,
        Self::Full,
        Self::Fault,
    ];

    /// The status code that says the same.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::LongAddress => StatusCode::URI_TOO_LONG,
            Self::WrongKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word for it in the API. These words stay as they are.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::CrossSite => "cross_site",
            Self::NotFound => "not_found",
            Self::WrongMethod => "wrong_method",
            Self::Gone => "gone",
            Self::TooLarge => "too_large",
            Self::LongAddress => "long_address",
            Self::WrongKind => "wrong_kind",
            Self::Invalid => "invalid",
            Self::TooSlow => "too_slow",
            Self::Busy => "busy",
            Self::Full => "full",
            Self::Fault => "fault",
        }
    }

    /// The refusal that a bare status code stands for.
    pub(crate) fn of(status: StatusCode) -> Self {
        let same = |refusal: &Self| refusal.status() == status;
        let other = if status.is_server_error() { Self::Fault } else { Self::Unreadable };
        Self::ALL.into_iter().find(same).unwrap_or(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_status_and_a_word_of_its_own() {
        for refusal in Refusal::ALL {
            assert_eq!(Refusal::of(refusal.status()), refusal);
            assert_eq!(Refusal::ALL.iter().filter(|other| other.code() == refusal.code()).count(), 1);
        }
        assert_eq!(Refusal::of(StatusCode::BAD_GATEWAY), Refusal::Fault);
    }
}
