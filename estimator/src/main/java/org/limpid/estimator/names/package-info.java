/** Groups of similar job names, by edit distance. */
package org.limpid.estimator.names;
