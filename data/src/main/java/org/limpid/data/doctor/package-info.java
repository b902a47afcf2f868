/** What is odd about a data set, what that does to a simulation, and how to mend it. */
package org.limpid.data.doctor;
