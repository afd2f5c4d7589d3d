/**
 * How every service reaches PostgreSQL beside its entities: SQL text blocks in the running
 * transaction, rows mapped to records by their constructors, statements sent together.
 */
package io.familiarface.database;
