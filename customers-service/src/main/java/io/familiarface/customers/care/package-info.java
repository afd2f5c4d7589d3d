/** How much care a customer needs, and why: rules on what is known, and nothing else. */
package io.familiarface.customers.care;
