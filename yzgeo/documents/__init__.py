"""From a plan's own document to a draft of its folder, every figure with its quote."""
