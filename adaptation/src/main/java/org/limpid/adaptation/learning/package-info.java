/** What a policy is evaluated by, and how it learns from recorded trainings. */
package org.limpid.adaptation.learning;
