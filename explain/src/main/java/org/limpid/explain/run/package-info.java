/** What became of the jobs of a run, as stories need it. */
package org.limpid.explain.run;
