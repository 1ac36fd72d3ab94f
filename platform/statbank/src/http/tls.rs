//! Secure connections: ring's cryptography and Mozilla's list of certificate authorities, both built in, so that
//! the finished program needs no library and no file of the machine it runs on.

use std::sync::Arc;

use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};

/// A client's side of TLS 1.2 and 1.3 without a certificate of its own.
pub(super) fn config() -> ClientConfig {
    let authorities: RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring has ciphers for TLS 1.2 and 1.3")
        .with_root_certificates(authorities)
        .with_no_client_auth()
}
