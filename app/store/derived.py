"""What the file computes from itself: the risk of each alumno. Kept by the gate, never journalled."""
def refresh(store, operation, tables):
    return frozenset()
