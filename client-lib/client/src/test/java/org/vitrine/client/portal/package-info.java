/** A portal door for tests: as little of a broker as a client needs, and all it may do wrong. */
package org.vitrine.client.portal;
