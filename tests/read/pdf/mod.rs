//! Reading PDFs.
