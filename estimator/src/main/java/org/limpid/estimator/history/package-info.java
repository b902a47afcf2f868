/** What was known about similar jobs at a moment: features that cannot see the future. */
package org.limpid.estimator.history;
