import os
RELEASE  = ('1.1.0', 'final')
