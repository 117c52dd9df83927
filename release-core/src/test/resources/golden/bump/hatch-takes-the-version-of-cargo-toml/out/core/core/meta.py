import os
RELEASE  = ('1.2.0a1', 'final')
