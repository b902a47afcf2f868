/** Runs the points of a sweep on a cluster of Apache Spark. */
package org.limpid.spark;
