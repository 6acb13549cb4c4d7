//! Pages as drawn to lines and tables.

mod tables;
