/** The examples of the Javadoc and the guide, as the tests run them. */
package org.vitrine.client.examples;
