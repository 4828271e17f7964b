package article

// Simplified is the table that fingerprints fold by.
const Simplified = simplified
