"""Evaluation of firms by what a mu yields (亩均论英雄): published weights, scores, classes A to D, and how firm they are."""
