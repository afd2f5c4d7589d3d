/** When a promise is kept, broken or released: pure rules, no database and no HTTP. */
package io.familiarface.customers.keeping;
