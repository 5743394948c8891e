"""From a body to units: sentences, clauses, and the clause boundaries that separate units."""
