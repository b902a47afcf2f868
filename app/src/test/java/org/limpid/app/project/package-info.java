/**
 * Checks of the source tree itself: layout, direction of dependencies, forbidden calls, leftovers.
 */
package org.limpid.app.project;
