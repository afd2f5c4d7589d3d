/**
 * The one author of what a technician change is. Everybody who decides by it asks here: whether a
 * promise is broken (customers-service), what an assignment would do (jobs-service), what a history
 * says (history-import), how the risk moves (risk-engine).
 */
package io.familiarface.technicianchange;
