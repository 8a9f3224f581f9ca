use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::{HubError, HubTrouble};
use crate::store::read_bounded;

/// The most that is read of a file of certificates, in bytes.
const LARGEST: usize = 16 << 20;

/// TLS that verifies the certificate of the hub, by the authorities in this file or by those of this machine.
pub(super) fn verifying(authority: Option<&Path>) -> Result<MakeRustlsConnect, HubError> {
    let roots = match authority {
        Some(path) => authorities_in(path)?,
        None => authorities_of_this_machine()?,
    };
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| untrusting(format!("TLS cannot be used: {error}")))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn authorities_in(path: &Path) -> Result<RootCertStore, HubError> {
    let bytes = read_bounded(path, LARGEST).map_err(|error| untrusting(error.to_string()))?;
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(CertificateDer::pem_slice_iter(&bytes).filter_map(Result::ok));
    if roots.is_empty() {
        return Err(untrusting(format!("{} holds no certificate", path.display())));
    }
    Ok(roots)
}

fn authorities_of_this_machine() -> Result<RootCertStore, HubError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(untrusting("this machine knows no authority that signs certificates".to_owned()));
    }
    Ok(roots)
}

fn untrusting(says: String) -> HubError {
    HubError::new(HubTrouble::Door, says, "name the file of the authority with sslrootcert=FILE in the address")
}
